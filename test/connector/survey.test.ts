import { answer, obedient, project } from './made.ts';
import { errorsOf, requestsOf, seen, told } from './told.ts';

const made = project({
  bot: obedient,
  survey: `
    const { message } = payload;
    if (message === undefined) return { messages: ['How was it?'] };
    if (message === 'break') return null;
    if (message === 'transfer') return { context: { action: 'TRANSFER', actionParameters: { skill: 'bot' } } };
    return { messages: ['Thank you.'], context: { action: 'CLOSE_CONVERSATION' } };
  `,
  errorHook: 'return null;',
});
const bots = (skills: string[] = []) => [
  { function: 'bot' },
  {
    function: 'survey',
    settings: {
      botType: 'survey' as const,
      survey: { skills, errorMessage: 'Goodbye' },
      hooks: { error: 'errorHook' },
    },
  },
];
const close = (withoutPcs: boolean) =>
  answer({ messages: ['bye'], context: { action: 'CLOSE_CONVERSATION', actionParameters: { withoutPcs } } });

test('a survey bot asks after the conversation, and its close ends the survey', async () => {
  const connector = await made.connect({ bots: bots() });
  const conversation = await connector.open();
  await conversation.consumer.says(close(false));
  expect(conversation.state).toBe('survey');
  await conversation.consumer.says('fine');
  expect(told(conversation).split('\n').slice(5)).toEqual([
    '0s closed by bot',
    '0s survey-started',
    '0s call survey welcome',
    '0s bot-text: How was it?',
    '0s consumer: fine → bot',
    '0s call survey text',
    '0s bot-text: Thank you.',
    '0s CLOSE_CONVERSATION {} done',
    '0s survey-ended',
  ]);
  expect(conversation.state).toBe('closed');
  const [, start, text] = requestsOf(conversation);
  expect(start?.context.lpEvent).toMatchObject({ content: 'welcome' });
  expect(text?.context.lpEvent['dialogId']).not.toBe(conversation.id);
  expect(connector.counts.get('survey')).toMatchObject({ total: 1, open: 0, closed: 1 });
});

test.each([
  ['the bot leaves it out', bots(), close(true)],
  ['it is not for that skill', bots(['other']), close(false)],
])('there is no survey where %s', async (_, withSurvey, said) => {
  const conversation = await made.talk({}, { bots: withSurvey });
  await conversation.consumer.says(said);
  expect(conversation.state).toBe('closed');
  expect(requestsOf(conversation)).toHaveLength(1);
});

test.each(['consumer', 'agent'] as const)('what the %s closes is asked about too', async (by) => {
  const conversation = await made.talk({}, { bots: bots(['bot']) });
  await conversation.consumer.says('hello');
  await conversation.close(by);
  expect(seen(conversation)).toEqual(['You said hello.', 'How was it?']);
  await conversation.close();
  expect(conversation.transcript.at(-1)).toMatchObject({ kind: 'survey-ended' });
  expect(conversation.state).toBe('closed');
});

test.each([
  ['break', 'aivendor.faas.missing-response-body'],
  ['transfer', 'connector.messaging.transfer-to-skill'],
])('an error ends the survey with its message, and no error hook hears of it: %s', async (said, error) => {
  const conversation = await made.talk({}, { bots: bots() });
  await conversation.consumer.says(close(false));
  await conversation.consumer.says(said);
  expect(errorsOf(conversation)).toEqual([error]);
  expect(told(conversation)).not.toContain('error hook');
  expect(told(conversation)).toMatch(/errorMessage to consumer: Goodbye\n0s survey-ended$/);
  await conversation.consumer.says('hello?');
  expect(conversation.transcript.at(-1)).toMatchObject({ to: 'nobody' });
});

test('a survey bot alone follows a conversation with people', async () => {
  const settings = { botType: 'survey' as const };
  const conversation = await made.talk({}, { bots: [{ function: 'survey', settings }] });
  await conversation.consumer.says('hello');
  expect(conversation.state).toBe('agent');
  await conversation.close('agent');
  expect(seen(conversation)).toEqual(['How was it?']);
});

test('nobody is asked about a chat', async () => {
  const [, survey] = bots();
  const chat = { function: 'bot', settings: { conversationType: 'chat' as const } };
  const conversation = await made.talk({}, { bots: survey ? [chat, survey] : [] });
  await conversation.consumer.says(close(false));
  expect(conversation.state).toBe('closed');
});
