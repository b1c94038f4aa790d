import type { Entry, Event } from '../../emulator/connector/transcript/entry.ts';
import { completeSettings } from '../../emulator/connector/settings/setting-defaults.ts';
import { callerCode } from '../../emulator/platform/connector-errors.ts';
import { Numbering } from '../../emulator/report/chat/numbering.ts';
import { settingLines } from '../../emulator/report/chat/settings.ts';
import { sideLines } from '../../emulator/report/chat/side-line.ts';
import { turnPieces } from '../../emulator/report/chat/turn.ts';
import { brush } from '../../emulator/report/colour.ts';
import { widthOf } from '../../emulator/report/width.ts';
import { failed, record } from './records.ts';

interface Drawing {
  width?: number;
  colour?: boolean;
  until?: number;
}

/** What is drawn of events, each so many seconds after the beginning (at once where nothing is said), and what got a number. */
function drawn(
  events: readonly (Event & { after?: number })[],
  { width = 50, colour = false, until }: Drawing = {},
) {
  const entries = events.map(({ after = 0, ...event }): Entry => ({ ...event, at: after * 1_000, step: 1 }));
  const numbering = new Numbering();
  const turn = { entries, from: 0, until: until ?? entries.at(-1)?.at ?? 0, standing: { state: 'bot' } };
  const pieces = turnPieces(turn, { paint: brush(colour), width, numbering });
  const lines = pieces.flatMap((piece) => piece.lines);
  return { lines, text: `\n${lines.join('\n')}\n`, numbered: numbering.choices, pieces };
}

const says = (text: string): Event => ({ kind: 'bot-text', bot: 'echo', text });
const hears = (text: string): Event => ({ kind: 'consumer-text', text, to: 'bot' });

const button = (title: string): unknown => ({
  type: 'button',
  title,
  click: { actions: [{ type: 'publishText', text: `buy ${title}` }] },
});
const link = {
  type: 'button',
  title: 'More',
  click: { actions: [{ type: 'link', uri: 'https://shop.example.com' }] },
};

test('the consumer stands on the right, the bot on the left, and each bubble is as wide as its text', () => {
  const { text } = drawn([hears('Hi'), says('Good morning.\nWhat can I do for you?'), says('')]);
  expect(text).toMatchInlineSnapshot(`
    "
                                             ╭ you ──╮
                                             │ Hi    │
                                             ╰───────╯
    ╭ echo ──────────────────╮
    │ Good morning.          │
    │ What can I do for you? │
    ╰────────────────────────╯
    ╭ echo ──╮
    │        │
    ╰────────╯
    "
  `);
});

test('where a message of the consumer goes stands in its bubble, unless it goes to the bot', () => {
  const { text } = drawn([
    { kind: 'consumer-text', text: 'one', to: 'waiting' },
    { kind: 'consumer-file', file: { relativePath: 'photo.png', fileType: 'PNG' }, to: 'agent' },
    { kind: 'consumer-click', title: 'Yes', text: 'yes', to: 'nobody' },
  ]);
  expect(text).toMatchInlineSnapshot(`
    "
                                      ╭ you, waits ──╮
                                      │ one          │
                                      ╰──────────────╯
                               ╭ you, to the agent ──╮
                               │ (file photo.png)    │
                               ╰─────────────────────╯
                            ╭ you, nobody hears it ──╮
                            │ ▸ Yes                  │
                            ╰────────────────────────╯
    "
  `);
});

test('what can be clicked is numbered in the order in which it is drawn, cards and quick replies alike', () => {
  const card = {
    type: 'carousel',
    elements: [
      {
        type: 'vertical',
        elements: [
          { type: 'text', text: 'Tea' },
          { type: 'horizontal', elements: [button('one'), link] },
        ],
      },
      { type: 'vertical', elements: [{ type: 'image', url: 'https://x.example.com/a.png' }, button('two')] },
    ],
  };
  const choices = ['one', 'two'].map((title) => ({ title, text: `buy ${title}` }));
  const replies = ['Yes', 'No'].map((title) => ({ title, text: title }));
  const { text, numbered } = drawn([
    { kind: 'bot-card', bot: 'echo', content: card, choices },
    { kind: 'bot-quick-replies', bot: 'echo', text: 'Sure?', choices: replies, content: {} },
  ]);
  expect(text).toMatchInlineSnapshot(`
    "
    ╭ echo, card ────────────────────╮
    │ 1 of 2                         │
    │   Tea                          │
    │   [1 one]  [More] →            │
    │   https://shop.example.com     │
    │ 2 of 2                         │
    │   (image:                      │
    │   https://x.example.com/a.png) │
    │   [2 two]                      │
    ╰────────────────────────────────╯
    ╭ echo ──╮
    │ Sure?  │
    ╰────────╯
      [3 Yes]  [4 No]
    "
  `);
  expect(numbered).toEqual([...choices, ...replies]);
});

test('time that passes is told once, and a pause tells its own', () => {
  const { text, pieces } = drawn(
    [
      { ...says('one'), after: 60 },
      { kind: 'bot-delay', bot: 'echo', seconds: 5, typing: true, after: 60 },
      { ...says('two'), after: 65 },
      { kind: 'bot-delay', bot: 'echo', seconds: 2, typing: false, after: 65 },
    ],
    { until: 97_000 },
  );
  expect(text).toMatchInlineSnapshot(`
    "
    · 1 minute later
    ╭ echo ──╮
    │ one    │
    ╰────────╯
    · a pause of 5 s, typing
    ╭ echo ──╮
    │ two    │
    ╰────────╯
    · a pause of 2 s
    · 30 s later
    "
  `);
  expect(pieces.map(({ pause }) => pause)).toEqual([0, 5_000, 0, 2_000, 0]);
});

test('what happens without a word is told in lines, an error with what the contract has against the answer', () => {
  const { text } = drawn([
    { kind: 'action', action: 'TRANSFER', parameters: { skill: 'sales' }, outcome: 'done' },
    {
      kind: 'error',
      error: 'connector.messaging.change-ttr',
      code: callerCode('connector.messaging.change-ttr'),
      errorId: '',
      message: 'the answer sets a time to respond of a type that there is none of anywhere',
      findings: [],
    },
    { kind: 'bot-private-note', bot: 'echo', text: 'angry' },
    {
      kind: 'connector-text',
      setting: 'messageToCustomer',
      audience: 'consumer',
      text: 'One moment.',
    },
  ]);
  expect(text).toMatchInlineSnapshot(`
    "
    · action TRANSFER skill=sales
    ✗ connector.messaging.change-ttr: the answer
        sets a time to respond of a type that there is
        none of anywhere
    ╭ echo, note for agents ──╮
    │ angry                   │
    ╰─────────────────────────╯
    ╭ connector ──╮
    │ One moment. │
    ╰─────────────╯
    "
  `);
});

test('nothing that a terminal acts upon gets through, in whatever it stands', () => {
  const evil = '\u001b[2J\u0007\u202eevil\r';
  const choices = [{ title: evil, text: evil }];
  const content = { type: evil, elements: [{ type: 'text', text: evil }, { ...(button(evil) as object) }] };
  const { text } = drawn([
    { ...hears(evil), kind: 'consumer-text' } as Event,
    { kind: 'consumer-click', title: evil, text: evil, to: 'bot' },
    { kind: 'consumer-file', file: { relativePath: evil, fileType: evil }, to: 'bot' },
    { kind: 'consumer-rich-content', content, to: 'bot' },
    { kind: 'agent-text', agent: evil, text: evil },
    { kind: 'bot-text', bot: evil, text: evil },
    { kind: 'bot-card', bot: 'b', content, choices },
    { kind: 'bot-quick-replies', bot: 'b', text: evil, choices, content },
    { kind: 'bot-private-note', bot: 'b', text: evil },
    { kind: 'action', action: evil, parameters: { [evil]: evil }, outcome: 'ignored' },
  ]);
  // oxlint-disable-next-line no-control-regex -- they are what must not be there
  expect(text.replaceAll('\n', '')).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e]/);
  expect(text).toContain('\\u001b[2J\\u0007\\u202eevil\\r');
});

test.each([20, 33, 80, 100])('nothing is wider than %i columns, whatever it is written in', (width) => {
  const long = `${'word '.repeat(40)}${'x'.repeat(300)} ${'漢字'.repeat(80)} ${'👩‍👩‍👧 '.repeat(30)}`;
  const choices = Array.from({ length: 12 }, (_, at) => ({ title: `reply ${at}`, text: '' }));
  const { lines } = drawn(
    [
      hears(long),
      says(long),
      { kind: 'bot-quick-replies', bot: 'b'.repeat(200), text: long, choices, content: {} },
      { kind: 'action', action: long, parameters: {}, outcome: 'ignored' },
      { kind: 'bot-card', bot: 'b', content: { type: 'text', text: long }, choices: [] },
    ],
    { width },
  );
  expect(lines.filter((line) => widthOf(line) > width)).toEqual([]);
  expect(lines.length).toBeGreaterThan(20);
});

test('of a message that nobody reads to its end, the beginning is drawn, and how much is missing', () => {
  const { lines } = drawn([says('x'.repeat(3_000_000)), hears('\n'.repeat(100_000))]);
  expect(lines.length).toBeLessThan(11_000);
  expect(lines.filter((line) => line.includes('more characters'))).toHaveLength(2);
  expect(lines.join()).toContain('… 2990000 more characters');
});

test('colours stand around lines, and change nothing else', () => {
  const events = [hears('Hi'), says('Hello'), { kind: 'bot-silent', bot: 'echo' } as const];
  // oxlint-disable-next-line no-control-regex -- colours are control characters
  const bare = drawn(events, { colour: true }).text.replaceAll(/\u001b\[\d+m/g, '');
  expect(bare).toBe(drawn(events).text);
});

const call = (of: typeof failed): Entry => ({
  kind: 'bot-call',
  bot: 'echo',
  event: 'text',
  request: {},
  record: of,
  at: 0,
  step: 1,
});

test('a turn tells what its calls cost in sum, and what is wrong with them', () => {
  const plain = { paint: brush(false), width: 60, logs: false };
  expect(sideLines([call(record())], plain)).toEqual(['0.4 ms · 0.2 ms CPU · 2.5 ms projected']);
  expect(sideLines([call(record()), call(record())], plain)).toEqual([
    '0.8 ms · 0.4 ms CPU · 5.0 ms projected · 2 calls',
  ]);
  expect(sideLines([], plain)).toEqual([]);
  expect(`\n${sideLines([call(failed)], { ...plain, logs: true }).join('\n')}\n`).toMatchInlineSnapshot(`
    "
    20 ms · 4.1 ms CPU · 20 ms projected
      ✗ function-failed  no such order
        at functions/orderBot/orders.ts:12:9
        → catch what can fail and answer with a fallback
      com.liveperson.faas.handler.custom-failure
        at findOrder (functions/orderBot/orders.ts:12:9)
        at functions/orderBot/index.ts:30:3
      Info  +1.2 ms  looking up {"order":7} "now"
      Error +14 ms  two
        lines
    "
  `);
});

test('settings are listed one a line', () => {
  const settings = completeSettings({ combineMessages: {}, inactivity: { timeUntilWarning: 30_000 } });
  expect(`\n${settingLines(settings).join('\n')}\n`).toMatchInlineSnapshot(`
    "
    botType: agent
    conversationType: messaging
    skill: bot
    welcomeMessage: false
    combineMessages.maxMessages: 5
    combineMessages.timeFrame: 3 s
    combineMessages.timeFrameAfterTyping: 5 s
    engagementAttributes: false
    inactivity.timeUntilWarning: 30 s
    inactivity.warningMessage: Are you still there?
    inactivity.timeUntilClose: none
    inactivity.closeMessage: This chat is closed because there was no answer.
    escalation.messageToCustomer: Something went wrong. You are being connected to a colleague.
    escalation.messageToAgent: The bot could not go on with this conversation.
    escalation.failureMessage: Nobody can take over at the moment. Please try again later.
    escalation.skill: none
    hooks.pre: none
    hooks.post: none
    hooks.error: none
    survey.skills: []
    survey.errorMessage: Unable to complete the survey due to an error. Goodbye
    "
  `);
});
