import type { Conversation } from '../../emulator/connector/session/conversation.ts';
import type { Entry } from '../../emulator/connector/transcript/entry.ts';
import { answer, obedient, project } from './made.ts';
import { told } from './told.ts';

const made = project({
  bot: obedient,
  other: obedient,
  preHook: "if (payload.message === 'pre') throw new Error('no'); return payload;",
  postHook: "if (payload.messages?.includes('post')) throw new Error('no'); return payload;",
  errorHook: "if (payload.faasPayload?.message === 'null') throw new Error('no');",
});
const skills = [{ name: 'people' }, { name: 'nobody', agents: [] }];

/** Numbers that are the same for the same seed. */
function random(seed: number): (below: number) => number {
  let state = seed * 2_654_435_761;
  return (below) => {
    state = (Math.imul(state ^ (state >>> 15), 2_246_822_519) + 374_761_393) | 0;
    return Math.abs(state) % below;
  };
}

/** What a consumer has the bot answer, so that each kind of answer comes up. */
const answers = [
  'hello',
  'pre',
  'post',
  'null',
  answer({ messages: [] }),
  answer({ messages: ['a', { delay: 2 }, 'b'] }),
  answer({ messages: ['a', { delay: 3 }], context: { action: 'CLOSE_CONVERSATION' } }),
  answer({ messages: ['x'], context: { action: 'DANCE' } }),
  answer({ messages: ['ok', { nonsense: 1 }, 'lost'] }),
  answer({ messages: [{ delay: 1 }] }),
  ...['people', 'nobody', 'nowhere', 'bot', 'other'].map((skill) =>
    answer({ messages: ['t'], context: { action: 'TRANSFER', actionParameters: { skill } } }),
  ),
];

/** One thing that somebody does. */
async function happen(conversation: Conversation, pick: (below: number) => number): Promise<void> {
  const { consumer, agent } = conversation;
  switch (pick(14)) {
    case 0:
      return consumer.joins();
    case 1:
      return consumer.types();
    case 2:
      return agent.joins('Ada');
    case 3:
      return agent.transfers(['people', 'nobody', 'bot', 'other'][pick(4)] ?? '');
    case 4:
      return conversation.advance(pick(12_000));
    case 5:
      return conversation.settle();
    case 6:
      return consumer.sendsFile({ relativePath: '/a', fileType: 'JPG' });
    case 7:
      return conversation.setBotState(
        (['online', 'offline', 'vendor-interruption', 'service-interruption'] as const)[pick(4)] ?? 'online',
      );
    case 8:
      return pick(4) === 0
        ? conversation.close(pick(2) === 0 ? 'agent' : 'consumer')
        : conversation.setBotState('online');
    default:
      return consumer.says(answers[pick(answers.length)] ?? '');
  }
}

const isDelivery = ({ kind }: Entry): boolean =>
  /^bot-(text|card|quick-replies|private-note|delay|silent)$/.test(kind);

/** Everything that is true of any transcript. */
function broken({ transcript, state, assignee }: Conversation): string[] {
  const wrong: string[] = [];
  const must = (holds: boolean, what: string): void => void (holds || wrong.push(what));
  const closed = transcript.findIndex(({ kind }) => kind === 'closed');
  const survey = transcript.findIndex(({ kind }) => kind === 'survey-started');
  for (const [index, entry] of transcript.entries()) {
    const before = transcript[index - 1];
    must(!before || before.at <= entry.at, 'time goes forward');
    must(!before || before.step <= entry.step, 'steps go forward');
    if (closed >= 0 && survey < 0 && index > closed)
      must(!isDelivery(entry), 'nothing is delivered after the close');
  }
  const acts = calls(transcript).map((part) => part.filter(({ kind }) => kind === 'action').length);
  must(
    acts.every((count) => count <= 1),
    'one action an answer',
  );
  must(calls(transcript).every(isInOrder), 'an answer is delivered in its order');
  must(closed < 0 || state === 'closed' || state === 'survey', 'what is closed stays closed');
  must(state !== 'closed' || closed >= 0, 'what is closed was closed');
  must(
    (state === 'bot') === (assignee.type === 'bot' && state !== 'survey'),
    'who has it is who is said to have it',
  );
  must(state !== 'agent' || assignee.type === 'agent', 'an agent has it');
  return wrong;
}

/** The transcript, cut before each call of the bot. */
function calls(transcript: readonly Entry[]): Entry[][] {
  const parts: Entry[][] = [[]];
  for (const entry of transcript) {
    if (entry.kind === 'bot-call') parts.push([]);
    parts.at(-1)?.push(entry);
  }
  return parts;
}

/** Whether what was delivered of a call's answer is its beginning, nothing left out, turned round or told twice. */
function isInOrder([call, ...rest]: readonly Entry[]): boolean {
  if (call?.kind !== 'bot-call') return true;
  const { messages = [] } = (call.answer ?? {}) as { messages?: unknown[] };
  const written = messages.map((message) =>
    typeof message === 'string' ? message : JSON.stringify(message),
  );
  const delivered = rest.filter(isDelivery).map((entry) => {
    if (entry.kind === 'bot-text') return entry.text;
    return JSON.stringify(entry.kind === 'bot-delay' ? { delay: entry.seconds } : messages[0]);
  });
  return delivered.join() === written.slice(0, delivered.length).join();
}

test('whatever happens in whatever order, what has to hold holds', async () => {
  for (let seed = 1; seed <= 60; seed += 1) {
    const pick = random(seed);
    const settings = {
      conversationType: pick(4) === 0 ? ('chat' as const) : ('messaging' as const),
      welcomeMessage: pick(2) === 0,
      combineMessages: pick(3) === 0 ? { maxMessages: 2, timeFrame: 1_000 } : null,
      hooks: { pre: 'preHook', post: 'postHook', error: 'errorHook' },
      escalation: { skill: [null, 'people', 'nobody', 'nowhere', 'other'][pick(5)] ?? null },
      inactivity: { timeUntilWarning: 4_000, timeUntilClose: 9_000 },
    };
    const bots = [
      { function: 'bot', settings },
      { function: 'other', settings: { ...settings, skill: 'other', escalation: { skill: 'bot' } } },
    ];
    const connector = await made.connect({ bots, skills });
    const conversation = await connector.open();
    for (let event = 0; event < 25; event += 1) await happen(conversation, pick);
    await conversation.settle();
    expect([seed, broken(conversation), broken(conversation).length ? told(conversation) : '']).toEqual([
      seed,
      [],
      '',
    ]);
    for (const { total, open, closed, transferred, escalated } of connector.counts.values()) {
      expect([seed, total]).toEqual([seed, open + closed + transferred + escalated]);
      expect(open).toBeGreaterThanOrEqual(0);
    }
    const open = [...connector.counts.values()].reduce((sum, counts) => sum + counts.open, 0);
    expect([seed, open]).toEqual([seed, conversation.state === 'bot' ? 1 : 0]);
  }
});
