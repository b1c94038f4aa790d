import { lines } from './contract-judge.ts';

const hook = (answer: unknown) => lines('bot_connectors_error_hook', answer);
const judged = (answer: unknown) => lines('controllerbot_messaging_participants_change', answer);

describe('the error hook', () => {
  test.each([undefined, null, '', 'done', true, 0, {}, []])('may answer %j', async (answer) => {
    expect(await hook(answer)).toBe('');
  });

  test('is warned that an answer with content goes nowhere', async () => {
    expect(await hook({ messages: ['Sorry'] })).toMatchInlineSnapshot(`
      "warning answer-ignored at -
        the connector ignores what an error hook answers, and this one answers an object with content
        → return nothing; log what operators need, or send it to a webhook"
    `);
  });
});

describe('participants change', () => {
  test.each<[string, unknown]>([
    ['nothing to do', []],
    ['a single command', { type: 'closeConversation' }],
    ['a system message', [{ type: 'systemMessage', text: 'You are connected' }]],
    ['an empty system message', [{ type: 'systemMessage', text: [] }]],
    ['a transfer to a skill', [{ type: 'transfer', skillId: '1' }]],
    ['a transfer to an agent', [{ type: 'transfer', agentId: 5 }]],
    [
      'one of each',
      [
        { type: 'systemMessage', text: 'a' },
        { type: 'transfer', skillId: '1', agentId: '2' },
      ],
    ],
  ])('may answer %s', async (_, answer) => {
    expect(await judged(answer)).toBe('');
  });

  test('is warned that no answer means the default message', async () => {
    expect(await judged(undefined)).toMatchInlineSnapshot(`
      "warning bad-answer at -
        the answer is empty, so the account’s default automatic message is sent
        → if nothing is to be sent, answer with []"
    `);
    expect(await judged(null)).toBe(await judged(undefined));
  });

  test('answers with commands only', async () => {
    expect(await judged('hi')).toMatchInlineSnapshot(`
      "error bad-answer at -
        the answer is a string, expected callback commands
        → the commands are { type: "systemMessage", text }, { type: "transfer", skillId, agentId } and { type: "closeConversation" }; [] does nothing"
    `);
    expect(await judged(['hi', {}, { type: 'systemmessage', text: 'a' }, { type: 5 }, { type: 'toString' }]))
      .toMatchInlineSnapshot(`
      "error bad-answer at [0]
        the command is a string, expected an object
        → the commands are { type: "systemMessage", text }, { type: "transfer", skillId, agentId } and { type: "closeConversation" }; [] does nothing
      error bad-answer at [1].type
        the command has no type
        → the commands are { type: "systemMessage", text }, { type: "transfer", skillId, agentId } and { type: "closeConversation" }; [] does nothing
      error bad-answer at [2].type
        "systemmessage" is no callback command. Did you mean "systemMessage"?
        → the commands are { type: "systemMessage", text }, { type: "transfer", skillId, agentId } and { type: "closeConversation" }; [] does nothing
      error bad-answer at [3].type
        5 is no callback command.
        → the commands are { type: "systemMessage", text }, { type: "transfer", skillId, agentId } and { type: "closeConversation" }; [] does nothing
      error bad-answer at [4].type
        "toString" is no callback command.
        → the commands are { type: "systemMessage", text }, { type: "transfer", skillId, agentId } and { type: "closeConversation" }; [] does nothing"
    `);
  });

  test('answers with complete commands', async () => {
    expect(
      await judged([
        { type: 'systemMessage', text: '' },
        { type: 'transfer', skillID: '1' },
        { type: 'closeConversation' },
      ]),
    ).toMatchInlineSnapshot(`
      "error bad-answer at [0].text
        text is "", expected a text, or [] for an empty message
        → the commands are { type: "systemMessage", text }, { type: "transfer", skillId, agentId } and { type: "closeConversation" }; [] does nothing
      error bad-answer at [1]
        the transfer names neither skillId nor agentId
        → the commands are { type: "systemMessage", text }, { type: "transfer", skillId, agentId } and { type: "closeConversation" }; [] does nothing
      warning answer-ignored at [1].skillID
        "skillID" is no key that is read here. Did you mean "skillId"?
        → rename it to skillId; keys are case-sensitive"
    `);
    expect(await judged({ type: 'transfer', skillId: ['1'] })).toMatchInlineSnapshot(`
      "error bad-answer at skillId
        skillId is an array, expected an id
        → the commands are { type: "systemMessage", text }, { type: "transfer", skillId, agentId } and { type: "closeConversation" }; [] does nothing"
    `);
  });

  test('is warned that the second command of a type is ignored', async () => {
    expect(await judged([{ type: 'systemMessage', text: 'a' }, { type: 'systemMessage' }]))
      .toMatchInlineSnapshot(`
      "warning answer-ignored at [1]
        a second systemMessage: of each type, Automatic Messages processes the first only
        → send one command of each type"
    `);
  });
});

test('an event without a contract, or no event, is not judged', async () => {
  expect(await lines(null, 5)).toBe('');
  expect(await lines('conversational_command', 5)).toBe('');
  expect(await lines('no_such_event', 5)).toBe('');
});
