import { lines } from './contract-judge.ts';

const hook = (answer: unknown) => lines('bot_connectors_error_hook', answer);

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

test('an event without a contract, or no event, is not judged', async () => {
  expect(await lines(null, 5)).toBe('');
  expect(await lines('conversational_command', 5)).toBe('');
  expect(await lines('no_such_event', 5)).toBe('');
});
