import { createHash } from 'node:crypto';
import type { ConversationRow } from '../../emulator/compare/report.ts';
import { compareConsole } from '../../emulator/report/compare/console.ts';
import { comparePage } from '../../emulator/report/compare/html/page.ts';
import { compareMarkdown } from '../../emulator/report/compare/markdown.ts';
import { madeReport } from './made-report.ts';

/** A conversation that wants to be more than text wherever it is shown. */
const hostile: ConversationRow = {
  id: 'conversation.1',
  file: 'conversations/a.yaml',
  name: '<script>alert(1)</script> | `x` "quoted" \u001b[31m',
  same: false,
  strayed: { function: 1, endpoint: 2, of: 2 },
  turns: [
    {
      turn: 2,
      input: 'consumer says “<img src=x onerror=alert(1)>”',
      differences: [{ path: '[0].says', before: '</style><b>one', after: '`other` | \u202e' }],
    },
    { turn: 3, input: 'consumer clicks “More”', differences: [], reason: 'nothing was offered' },
  ],
};

const report = {
  ...madeReport({ different: 1, conversations: [hostile] }),
  excluded: [
    { id: 'excluded.1', file: 'conversations/b.yaml', name: 'Not this', reason: 'its bot is another' },
  ],
  faults: [
    {
      id: 'fault.expired-token' as const,
      fault: 'expired-token' as const,
      title: 'the token has expired',
      function: null,
      endpoint: {
        done: 'the event is answered with 401, once',
        saw: ['Hello.'],
        after: 12.3,
        answered: true,
        escalated: false,
        code: null,
      },
    },
  ],
  requirements: [{ text: 'p95<50ms', met: false, seen: [{ row: 'latency.function.warm', value: 90 }] }],
  verdict: { pass: false, reasons: ['not met: p95<50ms'] },
};
const page = comparePage(report);
const tags = page.match(/<[a-z](?:"[^"]*"|[^">])*>/g) ?? [];

/** The names of the elements that a page opens and does not close, or closes without opening. */
function unbalanced(text: string): string[] {
  const open: string[] = [];
  const wrong: string[] = [];
  const body = text.replace(/<style>[^]*?<\/style>/g, '');
  for (const [, slash, name = '', rest = ''] of body.matchAll(
    /<(\/?)([a-z][a-z\d]*)((?:"[^"]*"|[^">])*)>/g,
  )) {
    if (slash === '/') {
      if (open.pop() !== name) wrong.push(`/${name}`);
    } else if (!rest.endsWith('/') && !['meta', 'br'].includes(name)) open.push(name);
  }
  return [...wrong, ...open];
}

test('the page is well formed, and nothing of a conversation becomes a part of it', () => {
  expect(unbalanced(page)).toEqual([]);
  expect(
    tags.filter((tag) => /^<(script|img|link|iframe|object|form)|\son\w+=|javascript:|\sstyle=/i.test(tag)),
  ).toEqual([]);
  expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
  // oxlint-disable-next-line no-control-regex -- that is what must not be there
  expect(page).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u202e]/);
});

test('the page loads nothing, and its own policy forbids it to', () => {
  expect(tags.filter((tag) => /\ssrc=|url\(|srcset=|xlink:/.test(tag))).toEqual([]);
  const addresses = [...page.matchAll(/<(\w+)[^>]*?href="([^"]*)"/g)].map(([, element, address = '']) => [
    element,
    address.startsWith('#') ? '#' : new URL(address).hostname,
  ]);
  expect([...new Set(addresses.map((each) => each.join(' ')))].toSorted()).toEqual([
    'a #',
    'a developers.liveperson.com',
    'a github.com',
  ]);
  const [, style = ''] = /<style>([^]*?)<\/style>/.exec(page) ?? [];
  expect(style).not.toMatch(/url\(|@import/);
  const hash = createHash('sha256').update(style).digest('base64');
  expect(page).toContain(`content="default-src 'none'; style-src 'sha256-${hash}';`);
});

test('every row that a claim points at has its place on the page, once', () => {
  const ids = [...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
  expect(ids.length).toBe(new Set(ids).size);
  const wanted = [...page.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id);
  expect(wanted.length).toBeGreaterThan(5);
  expect(wanted.filter((id) => !ids.includes(id))).toEqual([]);
});

test('the distributions are pictures with words for those who cannot see them', () => {
  const labels = [...page.matchAll(/<svg [^>]*aria-label="([^"]*)"/g)].map(([, label]) => label);
  expect(labels).toMatchInlineSnapshot(`
    [
      "Waits for warm answers. function: half within 60 ms, 95 of 100 within 90 ms, all within 90 ms. endpoint: half within 5.0 ms, 95 of 100 within 6.0 ms, all within 6.0 ms.",
      "What a wait is made of on average. function warm: bot 63 ms. endpoint warm: bot 5.0 ms.",
    ]
  `);
  expect(page.match(/<path class="curve function" d="M52 234H[\d.]+V/g)).toHaveLength(1);
});

test('the console shows it all in tables', () => {
  expect(compareConsole(report, { colour: false })).toMatchInlineSnapshot(`
    "echo (v2) as a function, and the same function as a service as a Custom Endpoint
    each conversation 1 time cold and 1 time warm, in turns, one after the other; a machine

    Answers
      conversation                                         file                  answers
      <script>alert(1)</script> | \`x\` "quoted" \\u001b[31m  conversations/a.yaml  different in turn 2, 3, 2 of 2 plays; the function strays from itself in 1 play
      Not this                                             conversations/b.yaml  not compared: its bot is another
      3 of 4 conversations the same; calls that failed: function 0 of 9, endpoint 0 of 9

    ✗ <script>alert(1)</script> | \`x\` "quoted" \\u001b[31m
      turn 2, consumer says “<img src=x onerror=alert(1)>”
        path      function             endpoint
        [0].says  "</style><b>one"  →  "\`other\` | \\u202e"
      turn 3, consumer clicks “More”
        cannot be played: nothing was offered

    Wait for an answer
      approach             start  n     p50     p95     p99     max  start  transport  auth     bot  outbound    here
      function, projected  warm   3   60 ms   90 ms   90 ms   90 ms      –          –     –   60 ms         –   60 ms
      endpoint, measured   warm   3  5.0 ms  6.0 ms  6.0 ms  6.0 ms      –          –     –  5.0 ms         –  5.0 ms
      function, projected  cold   0       –       –       –       –      –          –     –       –         –       –
      endpoint, measured   cold   0       –       –       –       –      –          –     –       –         –       –
      start, transport, auth, bot and outbound are the medians of what a wait is made of; here is the median as this
      machine took it

    First answer of a new conversation
      approach             start  n     p50     p95     p99     max
      function, projected  warm   1   40 ms   40 ms   40 ms   40 ms
      endpoint, measured   warm   1  4.0 ms  4.0 ms  4.0 ms  4.0 ms
      function, projected  cold   0       –       –       –       –
      endpoint, measured   cold   0       –       –       –       –

    Faults
      fault                  approach  what is done                          after  the consumer has  error of the connector
      the token has expired  function  does not exist here
                             endpoint  the event is answered with 401, once  12 ms  an answer         –
      after: until the answer, or until the connector gave up, in the conversation’s own time with all pauses
      between attempts

    What else differs
      meant for              function  a bot in JavaScript that LivePerson runs
                             endpoint  what is too complex for a function, needs another language, or has to be under the brand’s own control
      the connector waits    function  30 s; below 1 s is asked for
                             endpoint  60 s for a request, three attempts
      cold start             function  v1 after long idleness only; v2 2 to 5 s after some idle minutes
                             endpoint  as the service is run; none while a process stays up
      limits                 function  v1 256 MB and 0.5 CPU, 20 outbound requests a second; v2 256 MB and 0.083 CPU; 100,000 characters, 10 log entries a call
                             endpoint  those of its own machines; LivePerson has to allow its domain
      under load             function  v2 takes one request per instance, and answers 429 beyond the most instances
                             endpoint  as many instances as the brand runs; they have to share what they keep
      state                  function  none between calls; the Context Service or a backend keeps it
                             endpoint  the service keeps each conversation
      engagement attributes  function  come with every message
                             endpoint  come once, when the conversation is created
      authentication         function  none to write: calls stay inside LivePerson
                             endpoint  the service checks a Sentinel token: signature, issuer, expiry, scope and account
      language               function  JavaScript in one file, with the libraries that the platform offers
                             endpoint  any
      deployment             function  pasted into the Functions UI or pushed with lpf; LivePerson runs it
                             endpoint  own hosting with TLS, monitoring and on-call
      cost                   function  no public price; there is a quota
                             endpoint  own hosting, beside what LivePerson asks for
      availability           function  accounts with LivePerson Functions, for users with its roles
                             endpoint  early adopters only, switched on by LivePerson
      the sources are in the other reports, such as --reporter markdown

    Required
      requirement  met  seen
      p95<50ms     no   latency.function.warm 90 ms

    Recommendation
      · Stay with a function unless one of the facts below decides otherwise: all 3 warm answers took at most 90 ms
        once projected to the platform, and there is nothing to run. [latency.function.warm, fact.deployment]
      · The answers differ in 1 of 4 conversations: settle that first. [answers]
      · The median wait is 60 ms with the function (projected) and 5.0 ms with the endpoint (measured; the network
        between LivePerson and the service comes on top). [latency.function.warm, latency.endpoint.warm]
      · A new conversation has its first answer after 40 ms with the function and 4.0 ms with the endpoint; after a
        pause a function starts cold first: v1 after long idleness only; v2 2 to 5 s after some idle minutes.
        [first.function.warm, first.endpoint.warm, fact.cold-start]
      · Of 7 faults the bot goes on after 2 as a function and after 3 behind the endpoint; one that it cannot have
        counts as well. [faults]
      · An endpoint asks for own hosting with TLS, monitoring and on-call, and it has to keep state and check tokens
        by itself. [fact.deployment, fact.state, fact.auth]
      · Custom Endpoints are for early adopters only, switched on by LivePerson. [fact.availability]

    A note.

    ✗ not met: p95<50ms  · 3 of 4 conversations the same in 1.23 s
    "
  `);
});

test('Markdown has a row for every row, and shows text as text', () => {
  const text = compareMarkdown(report);
  expect(
    text
      .split('\n')
      .filter((line) => line.startsWith('| `'))
      .map((line) => line.split('`')[1]),
  ).toEqual([
    'conversation.1',
    'excluded.1',
    ...report.latency.map(({ id }) => id),
    ...report.first.map(({ id }) => id),
    'fault.expired-token',
    'fault.expired-token',
    ...report.facts.map(({ id }) => id),
    'requirement.1',
  ]);
  const [, differences = ''] = /(###[^]*?)\n\n## /.exec(text) ?? [];
  expect(differences).toMatchInlineSnapshot(`
    "### \\<script\\>alert(1)\\</script\\> \\| \\\`x\\\` "quoted" \\\\u001b\\[31m

    - turn 2, consumer says “\\<img src=x onerror=alert(1)\\>”
      - \`[0].says\`: \`"</style><b>one"\` with the function, \`\` "\`other\` | \\u202e" \`\` with the endpoint
    - turn 3, consumer clicks “More”: cannot be played, nothing was offered"
  `);
});

test.each([
  ['good', '✓ 4 of 4 conversations the same', madeReport()],
  ['doubtful', '! 3 of 4 conversations the same', madeReport({ different: 1 })],
  [
    'bad',
    '✗ no call was answered by the function or the endpoint',
    madeReport({ errors: { function: 9, endpoint: 9 } }),
  ],
  ['bad', '✗ no call was answered by the endpoint', madeReport({ errors: { function: 0, endpoint: 9 } })],
])('what it came to looks as it is: %s, %s', (look, words, made) => {
  expect(compareConsole(made, { colour: false }).trimEnd().split('\n').at(-1)).toContain(`${words}  · `);
  expect(comparePage(made)).toContain(`<p class="verdict ${look}">${words}`);
});

test('where the bot failed, the report says that its codes differ by approach', () => {
  const sentence = /the code of a bot that gives no answer differs by approach/i;
  const failing = madeReport({ conversations: [hostile], errors: { function: 2, endpoint: 2 } });
  expect(compareMarkdown(failing)).toMatch(sentence);
  expect(compareMarkdown(madeReport({ conversations: [hostile] }))).not.toMatch(sentence);
});
