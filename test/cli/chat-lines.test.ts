import { answer, chat, chatProject, replies } from './chatting.ts';
import { command } from './command.ts';

test('what fails is told where it happened, and ends with 1', () => {
  const { code, stdout, stderr } = chat(chatProject(), ['fail']);
  expect(stdout).toMatchInlineSnapshot(`
    "
                                                       ╭ you ──╮
                                                       │ fail  │
                                                       ╰───────╯
    · the bot echo has it now, skill bot
    ✗ aivendor.faas.invoke-lambda: the function echo ended
        with failed: no luck
    ╭ connector ──────────────────────────╮
    │ Something went wrong. You are being │
    │ connected to a colleague.           │
    ╰─────────────────────────────────────╯
    · escalated for aivendor.faas.invoke-lambda to bot
    ╭ connector, for agents ────────────╮
    │ The bot could not go on with this │
    │ conversation.                     │
    ╰───────────────────────────────────╯
    · the bot echo has it now, skill bot
     <time> · <time> CPU · <time> projected
      ✗ function-failed  no luck
        at functions/echo/index.js:4:33
        → catch what can fail and answer with a fallback: a failing function ends its caller’s chain
      com.customer.faas.function.threw-error
        at lambda (functions/echo/index.js:4:33)
    "
  `);
  expect(stderr).toBe('\n');
  expect(code).toBe(1);
});

test('a mistake in a line is told with what to do, the lines behind it are played, and it ends with 2', () => {
  const { code, stdout, stderr } = chat(chatProject({ 'conversations/taken.yaml': '' }), [
    '/retry',
    '/save early',
    '/idel 5m',
    '/idle soon',
    '/idle 400d',
    '/close nobody',
    '/bot asleep',
    '/file',
    '/types fast',
    '/card {"type": ',
    '/click Tea',
    '/settings welcomeMesage: true',
    '/say /retry',
    '/save ../outside',
    '/save lost.snap',
    '/save .lost',
    '/save taken',
    '/quit',
    'never said',
  ]);
  expect(stderr).toMatchInlineSnapshot(`
    "
    error[bad-usage] /retry: nothing has happened yet
      → say something first
    error[bad-usage] /save: nothing has happened yet
      → say something first
    error[bad-usage] there is no command /idel. Did you mean "/idle"?
      → /help lists the commands; /say in front of a text says it as it is
    error[bad-usage] /idle is not understood: idle must be a number of seconds, or a time such as 90s or 5m
      → write it like /idle <time>: nobody does anything for so long, such as 90s, 5m or 1d
    error[bad-usage] /idle is not understood: idle must be at most 30d
      → write it like /idle <time>: nobody does anything for so long, such as 90s, 5m or 1d
    error[bad-usage] /close is not understood: closes must be one of consumer, agent, it is the text "nobody"
      → write it like /close [consumer|agent]: the conversation is closed
    error[bad-usage] /bot is not understood: bot must be one of starts, online, offline, vendor-interruption, service-interruption, it is the text "asleep"
      → write it like /bot <state>: the bot is started (starts), or its state is online, offline, vendor- or service-interruption
    error[bad-usage] /file takes something more
      → write it like /file <path or name>: the consumer sends a file or image
    error[bad-usage] /types takes nothing more
      → write it like /types: the consumer types
    error[unparsable-payload] /card is not YAML: flow map must end with a }
      at /card:1:9
      → correct it there
    error[unknown-button] there is nothing "Tea" to click.
      → the bot offers nothing to click
    error[bad-conversation] /settings: given.settings.welcomeMesage is not a known key
      at /settings:1:3 · given.settings.welcomeMesage
      → did you mean "welcomeMessage"?
    error[bad-usage] "../outside" is no name of a conversation file in conversations/
      → give a name such as orders, or orders/late; none that begins with a dot or ends in .snap
    error[bad-usage] "lost.snap" is no name of a conversation file in conversations/
      → give a name such as orders, or orders/late; none that begins with a dot or ends in .snap
    error[bad-usage] ".lost" is no name of a conversation file in conversations/
      → give a name such as orders, or orders/late; none that begins with a dot or ends in .snap
    error[already-exists] conversations/taken.yaml is there already
      → choose another name, or remove the file
    "
  `);
  expect(stdout).toMatchInlineSnapshot(`
    "
                                                      ╭ you ───╮
                                                      │ /retry │
                                                      ╰────────╯
    · the bot echo has it now, skill bot
    ╭ echo ────────────╮
    │ You said /retry. │
    ╰──────────────────╯
     <time> · <time> CPU · <time> projected
    "
  `);
  expect(code).toBe(2);
});

/** An answer with an action. */
function odd(action: string, actionParameters: unknown): string {
  return answer({ messages: ['Well.'], context: { action, actionParameters } });
}

test('a chat is saved without what no file can say, and goes on where it cannot be saved', () => {
  const folder = chatProject();
  const { code, stdout, stderr } = chat(folder, [
    answer({ messages: ['a', { delay: 3_000_000 }, 'b'] }),
    '/save slow',
    '/new',
    answer({ messages: [replies('Which one?', ['', 'Tea'])] }),
    '1',
    odd('DANCE', { skill: 5, name: 'x', outcome: 'done' }),
    odd('TRANSFER', { skill: 'bot', agentId: 5 }),
    '/save odd',
    'x'.repeat(1_100_000),
    '/save large',
    '/say still here',
  ]);
  const told = stdout.replaceAll(/.*xxx.*\n/g, '');
  expect(told).toContain(' conversations/slow.yaml is written');
  expect(told).toContain('✓ conversations/odd.yaml is written, and passes\n');
  expect(stderr).toContain(
    'error[bad-conversation] conversations/large.yaml is not written, it could not be read',
  );
  expect(told).toContain('You said still here.');
  expect(code).toBeGreaterThan(0);
  expect(command('lpf-emulator', folder, ['test', 'odd']).code).toBe(0);
});

test('a welcome that the settings leave out is told, and so is what an agent says to nobody', () => {
  const { code, stdout, stderr } = chat(chatProject(), [
    'Hello',
    '/idle 5',
    '/welcome',
    '/close',
    '/agent-says hi',
  ]);
  expect(stderr).toBe('\n');
  expect(stdout.slice(stdout.indexOf('later'))).toMatchInlineSnapshot(`
    "later
    · the bot echo has it now, skill bot
    · the bot has no first word: its setting welcomeMessage is
    off; /settings welcomeMessage: true begins a conversation in
    which it is on
    · the consumer closes the conversation
    ╭ an agent, nobody hears it ──╮
    │ hi                          │
    ╰─────────────────────────────╯
    "
  `);
  expect(code).toBe(0);
});

test.each([
  ['a function that there is none of', ['ecko'], 'error[unknown-function]', 'Did you mean "echo"?'],
  ['settings with a slip in them', ['echo', '--settings', 's.yaml'], 's.yaml:1:1', 'did you mean "botType"?'],
  ['a file that is not there', ['echo', '--given', 'no.yaml'], 'error[file-not-found]', 'no.yaml'],
  [
    'a turn without its transcript',
    ['echo', '--from', '3'],
    '--from says nothing without --transcript',
    'leave',
  ],
  [
    'a bot that is nowhere',
    ['echo', '--bot', 'b'],
    '--bot says nothing without --endpoint',
    'leave --bot out',
  ],
  ['a channel that there is none of', ['echo', '--channel', 'letter'], 'Allowed choices', 'messaging, chat'],
  [
    'a survey on chat',
    ['echo', '--channel', 'chat', '--given', 'g.yaml'],
    'bad-connector-settings',
    'survey',
  ],
])('%s ends with 2 before anything is said', (_, args, first, second) => {
  const folder = chatProject({
    's.yaml': 'botTipe: agent\n',
    'g.yaml': 'settings: { botType: survey }\n',
  });
  const { code, stdout, stderr } = chat(folder, ['Hello'], args);
  expect(stderr).toContain(first);
  expect(stderr).toContain(second);
  expect({ code, stdout }).toEqual({ code: 2, stdout: '\n' });
});

test('nothing that a terminal acts upon gets out, and colours only go to a terminal', () => {
  const evil = '\u001b[31mred\u0007';
  const { stdout, stderr, code } = chat(chatProject(), [
    evil,
    `/file ${evil}`,
    `/agent-joins ${evil}`,
    `/${evil}`,
    `/click ${evil}`,
  ]);
  // oxlint-disable-next-line no-control-regex -- they are what must not be there
  expect((stdout + stderr).replaceAll('\n', '')).not.toMatch(/[\u0000-\u001f\u007f]/);
  expect(stdout).toContain('You said \\u001b[31mred\\u0007.');
  expect(code).toBe(2);
});
