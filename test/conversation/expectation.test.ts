import type { Entry, Event } from '../../emulator/connector/transcript/entry.ts';
import { checkTurn, type Standing } from '../../emulator/conversation/check/check.ts';
import type { Expectation } from '../../emulator/conversation/schema/expectation.ts';
import { seenIn } from '../../emulator/conversation/seen.ts';
import type { InvocationRecord } from '../../emulator/index.ts';

const record = {
  function: 'bot',
  logs: [
    { level: 'Info', message: 'asked', extras: [{ length: 2 }], at: 0 },
    { level: 'Warn', message: 'slow', extras: [], at: 1 },
  ],
  calls: [
    { method: 'GET', url: 'https://a.example.com/1', status: 200, source: 'mock', start: 0, duration: 1 },
    {
      method: 'POST',
      url: 'https://a.example.com/2',
      status: null,
      source: 'refused',
      start: 0,
      duration: 1,
    },
  ],
  services: [{ service: 'mavenContext', operation: 'set', target: 'custom/x/y', value: { n: 1 }, at: 0 }],
  timings: { coldStart: 0, wall: 400, active: 0, waiting: 0, projected: 0 },
} as unknown as InvocationRecord;

const prefix = 'com.liveperson.bot-connectors-worker.error.';
const choice = (title: string) => ({ title, text: title });
const events: Event[] = [
  { kind: 'bot-call', bot: 'bot', event: 'text', request: {}, record },
  { kind: 'hook', hook: 'pre', function: 'h', outcome: 'changed', record },
  { kind: 'bot-text', bot: 'bot', text: 'Hello' },
  { kind: 'bot-quick-replies', bot: 'bot', text: 'Which?', choices: [choice('A'), choice('B')], content: {} },
  { kind: 'bot-card', bot: 'bot', content: { elements: [{ text: 'Order 7' }] }, choices: [] },
  { kind: 'bot-delay', bot: 'bot', seconds: 2, typing: true },
  { kind: 'bot-private-note', bot: 'bot', text: 'a note' },
  { kind: 'connector-text', setting: 'warningMessage', audience: 'consumer', text: 'Hello?' },
  { kind: 'action', action: 'TRANSFER', parameters: { skill: 'people', agentId: '7' }, outcome: 'done' },
  { kind: 'assigned', skill: 'people', to: { type: 'agent', name: 'Anna' }, by: 'bot' },
  { kind: 'function-call', function: 'f', payload: 'p', outcome: 'answered', answer: [{ type: 'x', n: 1 }] },
];
const standing: Standing = { state: 'agent', assignee: { type: 'agent', name: 'Anna' } };
const at = (all: readonly Event[]): Entry[] => all.map((event) => ({ ...event, at: 0, step: 1 }));

/** What is missed of an expectation, in short. */
function missed(expected: Expectation, all: readonly Event[] = events, stands = standing): string[] {
  return checkTurn(expected, seenIn(at(all)), stands).map(({ check, path, expected: wanted, actual }) => {
    return `${[check, ...path].join(' ')}: ${wanted.join(' | ')} ≠ ${actual.join(' | ') || 'nothing'}`;
  });
}

test('an expectation that is met in everything', () => {
  const all: Expectation = {
    says: ['Hello', '/^which/i'],
    quickReplies: ['A', { oneOf: ['B', 'C'] }],
    card: { 'elements[0].text': 'Order *' },
    note: 'a note',
    silent: false,
    delay: '2s',
    connector: 'Hello?',
    action: { name: 'TRANSFER', skill: 'people' },
    escalated: false,
    error: false,
    dropped: false,
    hooks: { pre: 'changed', post: 'not called' },
    calls: ['POST *', { url: 'https://a.example.com/1', status: 200, source: 'mock' }],
    logs: [{ level: 'Warn' }, 'asked'],
    writes: ['custom/x/*', { service: 'mavenContext', value: { n: 1 } }],
    answer: [{ n: 1 }],
    within: '800ms',
    state: 'agent',
    assigned: 'Anna',
    skill: 'people',
  };
  // The bot and its hook have the same record here, so that each thing is there twice.
  expect(missed(all)).toEqual([]);
});

test.each<[Expectation, string]>([
  [{ says: 'Hello' }, 'says: Hello ≠ Hello | Which?'],
  [{ says: ['Hello', 'What?'] }, 'says 1: Hello | What? ≠ Hello | Which?'],
  [{ says: ['Hello', 'Which?', 'More'] }, 'says 2: Hello | Which? | More ≠ Hello | Which?'],
  [{ quickReplies: ['B', 'A'] }, 'quickReplies 0: B | A ≠ A | B'],
  [
    { card: { 'elements[0].text': 'Bill' } },
    'card elements[0].text: elements[0].text: "Bill" ≠ elements[0].text: "Order 7"',
  ],
  [{ card: [{}, {}] }, 'card: 2 cards ≠ one card | {"elements":[{"text":"Order 7"}]}'],
  [{ note: [] }, 'note: nothing ≠ a note'],
  [{ silent: true }, 'silent: nothing is said ≠ Hello | Which? | {"elements":[{"text":"Order 7"}]} | a note'],
  [{ delay: ['2s', '3s'] }, 'delay: 2 s | 3 s ≠ 2 s'],
  [{ connector: { exactly: 'Hello*' } }, 'connector: exactly Hello* ≠ Hello?'],
  [{ action: 'CLOSE_CONVERSATION' }, 'action: CLOSE_CONVERSATION ≠ TRANSFER skill=people agentId=7'],
  [{ action: 'none' }, 'action: none ≠ TRANSFER skill=people agentId=7'],
  [
    { action: { name: 'TRANSFER', skill: 'sales' } },
    'action: TRANSFER skill=sales ≠ TRANSFER skill=people agentId=7',
  ],
  [{ escalated: true }, 'escalated: yes ≠ nothing'],
  [{ error: 'aivendor.faas.failed-hook' }, 'error: aivendor.faas.failed-hook ≠ nothing'],
  [{ dropped: true }, 'dropped: a message ≠ nothing'],
  [{ hooks: { pre: 'unchanged' } }, 'hooks pre: pre: unchanged ≠ pre: changed'],
  [{ hooks: { error: 'called' } }, 'hooks error: error: called ≠ error: not called'],
  [
    { calls: ['GET https://b.example.com/*'] },
    'calls 0: GET https://b.example.com/* ≠ GET https://a.example.com/1',
  ],
  [{ calls: [] }, 'calls: none ≠ GET https://a.example.com/1'],
  [{ logs: [{ level: 'Error' }] }, 'logs 0: {"level":"Error"} ≠ asked | slow'],
  [{ writes: [{ operation: 'delete' }] }, 'writes 0: {"operation":"delete"} ≠ custom/x/y'],
  [{ answer: [{ n: 2 }] }, 'answer 0 n: [0].n: 2 ≠ [0].n: 1'],
  [{ within: '799ms' }, 'within: at most 799ms ≠ 800 ms'],
  [{ state: 'closed' }, 'state: closed ≠ agent'],
  [{ assigned: 'Ben' }, 'assigned: Ben ≠ Anna'],
  [{ skill: 'sales' }, 'skill: sales ≠ people'],
])('%j is missed, and told', (expected, told) => {
  const [first = '', ...more] = missed(expected);
  expect(first.slice(0, told.length)).toBe(told);
  expect(more).toEqual([]);
});

test('the same thing cannot be two that are expected', () => {
  const one: Event[] = [{ kind: 'bot-call', bot: 'bot', event: 'text', request: {}, record }];
  expect(missed({ calls: ['GET *', 'GET *'] }, one)).toEqual([
    'calls 1: GET * ≠ GET https://a.example.com/1 | POST https://a.example.com/2',
  ]);
});

const failure: Event = {
  kind: 'error',
  error: 'aivendor.faas.failed-hook',
  code: `${prefix}aivendor.faas.failed-hook`,
  errorId: '1',
  message: 'no luck',
  findings: [],
};
const escalation: Event = { kind: 'escalated', code: failure.code, skill: 'people', outcome: 'done' };
const failedHook: Event = { kind: 'hook', hook: 'error', function: 'h', outcome: 'failed' };
const failedAction: Event = { kind: 'action', action: 'INVOCATION', parameters: {}, outcome: 'failed' };
const ignored: Event = {
  kind: 'action',
  action: 'DANCE',
  parameters: {},
  outcome: 'ignored',
  findings: [{ code: 'answer-ignored', severity: 'warning', message: 'nobody dances', hint: '' }],
};
const dropped: Event = {
  kind: 'bot-dropped',
  bot: 'bot',
  message: {},
  finding: { code: 'bad-answer', severity: 'error', message: 'too long', hint: '' },
};
const failedCall: Event = {
  kind: 'function-call',
  function: 'f',
  payload: 'p',
  outcome: 'failed',
  message: 'no',
};

test('what goes wrong and is not spoken of is missed', () => {
  expect(missed({}, [failure, escalation])).toEqual([
    'error: nothing of the kind ≠ aivendor.faas.failed-hook: no luck',
  ]);
  expect(missed({}, [failedHook])).toEqual(['hooks: nothing of the kind ≠ the error hook h failed']);
  expect(missed({}, [failedAction])).toEqual(['action: nothing of the kind ≠ INVOCATION failed']);
  expect(missed({}, [dropped])).toEqual(['dropped: nothing of the kind ≠ too long']);
  expect(missed({}, [failedCall])).toEqual(['answer: nothing of the kind ≠ no']);
});

test('what goes wrong and is spoken of is met', () => {
  expect(missed({ escalated: true }, [failure, escalation])).toEqual([]);
  expect(missed({ escalated: 'aivendor.faas.failed-hook' }, [failure, escalation])).toEqual([]);
  expect(missed({ escalated: `${prefix}*` }, [failure, escalation])).toEqual([]);
  expect(missed({ escalated: false, error: 'aivendor.*' }, [failure])).toEqual([]);
  expect(missed({ hooks: { error: 'failed' } }, [failedHook])).toEqual([]);
  expect(missed({ action: { name: 'INVOCATION', outcome: 'failed' } }, [failedAction])).toEqual([]);
  expect(missed({ dropped: 'too *' }, [dropped])).toEqual([]);
  expect(missed({ action: { name: 'DANCE', outcome: 'ignored' } }, [ignored])).toEqual([]);
});

test('an error that is spoken of excuses what led to it, and nothing that came after it', () => {
  expect(missed({ error: 'aivendor.*' }, [failure, { ...failedHook, hook: 'pre' }, failedAction])).toEqual(
    [],
  );
  expect(missed({ error: 'aivendor.*' }, [failure, failedHook])).toEqual([
    'hooks: nothing of the kind ≠ the error hook h failed',
  ]);
  expect(missed({ escalated: true, action: 'none' }, [failure, escalation, ignored])).toEqual([
    'action: nothing of the kind ≠ DANCE ignored | nobody dances',
    'action: none ≠ DANCE ignored',
  ]);
});
