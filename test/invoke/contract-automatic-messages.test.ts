import { cbotEventTypes } from '../../emulator/platform/automatic-messages.ts';
import { events } from '../../emulator/platform/events.ts';
import { lines } from './contract-judge.ts';

const judged = (answer: unknown) => lines('controllerbot_messaging_participants_change', answer);

describe('callback commands', () => {
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

describe('every event of Automatic Messages', () => {
  const ids = Object.keys(cbotEventTypes);

  test('is known by the names of its conversation events, and each name belongs to one event', () => {
    const automatic = events.filter(({ caller }) => caller === 'Automatic Messages').map(({ id }) => id);
    expect(ids.toSorted()).toEqual(automatic.toSorted());
    const names = Object.values(cbotEventTypes).flat();
    expect(new Set(names).size).toBe(names.length);
  });

  test.each(ids)('%s answers with callback commands', async (id) => {
    expect(await lines(id, [{ type: 'systemMessage', text: 'Hello' }])).toBe('');
    expect(await lines(id, [])).toBe('');
    expect(await lines(id, 'Hello')).toBe(await judged('Hello'));
  });
});

describe('a command in the wrong place', () => {
  const transfer = { type: 'transfer', skillId: '1000000020' };

  test('is doubted when it routes a new conversation', async () => {
    expect(await lines('controllerbot_messaging_new_conversation', [transfer])).toMatchInlineSnapshot(`
      "warning bad-answer at [0]
        a new conversation is being routed while this is called, so a transfer gets in the way
        → route new conversations with a routing bot; transfer from here only what stands still"
    `);
    expect(await lines('controllerbot_messaging_conversation_idle', [transfer])).toBe('');
  });

  test('is ignored after the end', async () => {
    const answer = [{ type: 'systemMessage', text: 'Bye' }, { type: 'closeConversation' }];
    expect(await lines('controllerbot_messaging_conversation_end', answer)).toMatchInlineSnapshot(`
      "warning answer-ignored at [1]
        closeConversation comes too late: the conversation is closed
        → answer with a systemMessage or with []"
    `);
    expect(await lines('controllerbot_messaging_conversation_end', transfer)).toMatchInlineSnapshot(`
      "warning answer-ignored at -
        transfer comes too late: the conversation is closed
        → answer with a systemMessage or with []"
    `);
  });

  test('is doubted when it leads to where it is', async () => {
    const idle = 'controllerbot_messaging_conversation_idle';
    const at = { routing: { newSkillId: '1000000020' } };
    expect(await lines(idle, transfer, at)).toMatchInlineSnapshot(`
      "warning bad-answer at skillId
        the conversation is in skill "1000000020" already
        → compare with payload.routing.newSkillId first: a transfer calls functions again, and this one would do so without end"
    `);
    expect(await lines(idle, transfer, { routing: { newSkillId: 1000000020 } })).not.toBe('');
    expect(await lines(idle, { ...transfer, agentId: '5' }, at)).toBe('');
    expect(await lines(idle, { ...transfer, skillId: '2' }, at)).toBe('');
  });

  test.each([null, 5, 'x', [], { routing: null }, { routing: { newSkillId: null } }])(
    'is not looked for in a payload that is %j',
    async (payload) => {
      expect(await lines('controllerbot_messaging_conversation_idle', [transfer], payload)).toBe('');
    },
  );

  test('is doubted when it closes what it transfers', async () => {
    const answer = [{ type: 'closeConversation' }, transfer];
    expect(await lines('controllerbot_messaging_conversation_idle', answer)).toMatchInlineSnapshot(`
      "warning bad-answer at [1]
        the answer transfers the conversation and closes it
        → do one of the two"
    `);
  });
});
