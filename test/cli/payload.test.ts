import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../../emulator/platform/package-root.ts';
import { working } from '../project/working.ts';
import { snapshotOf, temporaryFolder, writeFiles } from '../temporary.ts';
import { command } from './command.ts';

const event = 'bot_connectors_custom_integration';

const payload = (cwd: string, ...args: string[]) => command('lpf-emulator', cwd, ['payload', ...args]);

/** What a command printed, with the folders of this run taken out. */
function shown(cwd: string, ...args: string[]) {
  const { code, stdout, stderr } = payload(cwd, ...args);
  const clean = (text: string) => text.replaceAll(cwd, '<project>').replaceAll(packageRoot(), '<package>');
  return { code, stdout: clean(stdout), stderr: clean(stderr) };
}

const own = {
  ...working('greet', { event }),
  [`payloads/${event}/hello.yaml`]:
    'source: https://example.com/page.html\ninferred: the id\npayload:\n  $use: message/turn\n  message: hello\n' +
    "mocks:\n  - {url: 'https://orders.example.com/*', status: 404}\n",
  'payloads/message/turn.yaml': 'value: {convId: c, message: hi}\n',
};

test('list shows the project’s own payloads in place of those of the package, and all fragments', () => {
  const { code, stdout, stderr } = shown(temporaryFolder(own), 'list');
  const lines = stdout.split('\n').map((line) => line.split(/  +/));
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(lines[0]).toEqual(['NAME', 'EVENT', 'SOURCE', 'INFERRED']);
  expect(lines.filter(([, of]) => of === event)).toEqual([
    ['hello', event, 'example.com/page.html', 'the id'],
  ]);
  expect(lines.filter(([, of]) => of === 'bot_connectors_error_hook').length).toBeGreaterThan(4);
  expect(lines.filter(([, of]) => of === 'fragment').map(([name]) => name)).toEqual(
    expect.arrayContaining(['event/welcome', 'lpEvent/chat', 'lpSdes/none', 'message/turn']),
  );
});

test('list works outside of a project too, and prints JSON alone when asked', () => {
  const { code, stdout } = payload(temporaryFolder(), 'list', '--json');
  const entries = JSON.parse(stdout) as {
    kind: string;
    name: string;
    event: string | null;
    source: string;
  }[];
  expect(code).toBe(0);
  expect(entries).toContainEqual(expect.objectContaining({ kind: 'payload', name: 'order', event }));
  expect(entries).toContainEqual(
    expect.objectContaining({ kind: 'fragment', name: 'lpSdes/chat', event: null }),
  );
});

test('list says that there is more when something cannot be used', () => {
  const { code, stderr } = shown(temporaryFolder({ ...own, [`payloads/${event}/broken.yaml`]: '[' }), 'list');
  expect({ code, stderr }).toEqual({
    code: 0,
    stderr: '1 more cannot be used: lpf-emulator payload check says why\n',
  });
});

test('show prints a payload composed, as a file that could be saved', () => {
  expect(shown(temporaryFolder(own), 'show', 'hello')).toMatchInlineSnapshot(`
    {
      "code": 0,
      "stderr": "",
      "stdout": "source: https://example.com/page.html
    inferred: the id
    payload:
      convId: c
      message: hello
    mocks:
      - url: https://orders.example.com/*
        status: 404
    ",
    }
  `);
});

test('show prints a fragment, and JSON when asked', () => {
  const { code, stdout } = payload(temporaryFolder(), 'show', 'event/welcome', '--json');
  expect(code).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({ value: { name: 'WELCOME' } });
});

test('show takes the event’s id before the name', () => {
  const { code, stdout } = payload(temporaryFolder(), 'show', `${event}/welcome-chat`, '--json');
  expect(code).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({ payload: { event: { name: 'WELCOME' } } });
});

test('show tells a name that nothing has, and one that several have', () => {
  const twice = {
    ...own,
    'payloads/bot_connectors_error_hook/hello.yaml': 'payload: {error: {errorId: e, name: n}}\n',
  };
  expect(shown(temporaryFolder(own), 'show', 'helo')).toMatchInlineSnapshot(`
    {
      "code": 2,
      "stderr": "error[unknown-payload] no payload or fragment named "helo". Did you mean "hello"?
      → see what there is with: lpf-emulator payload list
    ",
      "stdout": "",
    }
  `);
  expect(shown(temporaryFolder(twice), 'show', 'hello')).toMatchInlineSnapshot(`
    {
      "code": 2,
      "stderr": "error[unknown-payload] "hello" is the name of several payloads
      → say which one: bot_connectors_custom_integration/hello, bot_connectors_error_hook/hello
    ",
      "stdout": "",
    }
  `);
});

test('show tells what is wrong with a payload', () => {
  const root = temporaryFolder({
    ...own,
    [`payloads/${event}/broken.yaml`]: 'payload:\n  convId: c\n  mesage: hi\n',
  });
  expect(shown(root, 'show', 'broken')).toMatchInlineSnapshot(`
    {
      "code": 2,
      "stderr": "error[bad-payload] payloads/bot_connectors_custom_integration/broken.yaml: message is missing, and nothing else says that this is a welcome event
      at payloads/bot_connectors_custom_integration/broken.yaml:3:3 · message
      → "mesage" stands there: did you mean "message"?
    ",
      "stdout": "",
    }
  `);
});

test('new prints a payload file by reference, with what was set in it', () => {
  expect(
    shown(
      temporaryFolder(),
      'new',
      event,
      '--set',
      'message=hi',
      '--set',
      'context.lpEvent.event.message=hi',
    ),
  ).toMatchInlineSnapshot(`
    {
      "code": 0,
      "stderr": "Save it as payloads/bot_connectors_custom_integration/<name>.yaml, and every function for this event is fed with it.
    ",
      "stdout": "source: https://developers.liveperson.com/third-party-bots-liveperson-functions-advanced-features.html
    inferred: null
    payload:
      convId: 11111111-2222-4333-8444-555555555555
      message: hi
      context:
        lpEvent:
          $use: lpEvent/messaging
          event:
            message: hi
        lpSdes:
          $use: lpSdes/messaging
    ",
    }
  `);
});

test('new writes the whole out where a reference cannot say it', () => {
  const { code, stdout } = payload(
    temporaryFolder(),
    'new',
    event,
    '--set',
    'context.lpEvent.originatorClientProperties.features[0]=X',
  );
  expect(code).toBe(0);
  expect(stdout).not.toContain('$use: lpEvent');
  expect(stdout).toContain('        features:\n          - X\n          - CO_BROWSE\n');
});

test.each([event, 'bot_connectors_error_hook', 'controllerbot_messaging_participants_change'])(
  'what new prints for %s is good where it is saved, and feeds a function',
  (id) => {
    const root = temporaryFolder(working('greet', { event: id }));
    writeFiles(root, { [`payloads/${id}/mine.yaml`]: payload(root, 'new', id).stdout });
    expect(payload(root, 'check')).toEqual({
      code: 0,
      stdout: '1 payload and no fragments of this project: all good\n',
      stderr: '',
    });
  },
);

test('new tells an unknown event, a bad path and a value that does not fit', () => {
  const root = temporaryFolder();
  expect(payload(root, 'new', 'bot_connectors_custom_integratoin')).toMatchObject({
    code: 2,
    stdout: '',
    stderr: expect.stringContaining(`Did you mean "${event}"?`) as string,
  });
  expect(shown(root, 'new', event, '--set', 'message')).toMatchInlineSnapshot(`
    {
      "code": 2,
      "stderr": "error[bad-usage] --set message: not a path and a value
      → write it like --set context.lpEvent.event.message=hi
    ",
      "stdout": "",
    }
  `);
  expect(shown(root, 'new', event, '--set', 'convId=7')).toMatchInlineSnapshot(`
    {
      "code": 2,
      "stderr": "error[bad-payload] --set convId must be text, it is 7
      → text that looks like JSON needs quotes: --set 'convId="7"'
    ",
      "stdout": "",
    }
  `);
});

test('check prints every finding with its place, and exits 1', () => {
  const root = temporaryFolder({
    ...own,
    [`payloads/${event}/a.yaml`]: 'payload:\n  convId: c\n  message: hi\n  contxt: {}\n',
    [`payloads/${event}/b.yaml`]: 'payload:\n  convId: c\n  message: 7\nmocks: []\n',
    'payloads/lpSdes/c.yaml': 'value:\n  $use: lpSdes/vip\n',
  });
  expect(shown(root, 'check')).toMatchInlineSnapshot(`
    {
      "code": 1,
      "stderr": "",
      "stdout": "! bad-payload  payloads/bot_connectors_custom_integration/a.yaml: contxt is not a known key
      at contxt
      at payloads/bot_connectors_custom_integration/a.yaml:4:3
      → did you mean "context"?

    ✗ bad-payload  payloads/bot_connectors_custom_integration/b.yaml: message must be text, it is 7
      at message
      at payloads/bot_connectors_custom_integration/b.yaml:3:12
      → put it in quotes: "7"

    ✗ unknown-fragment  there is no fragment "lpSdes/vip".
      at value
      at payloads/lpSdes/c.yaml:2:9
      → the fragments are lpSdes/c, lpSdes/chat, lpSdes/messaging, lpSdes/none, lpSdes/unauthenticated

    3 payloads and 2 fragments of this project: 2 errors, 1 warning
    ",
    }
  `);
  const { code, stdout } = payload(root, 'check', '--json');
  expect(code).toBe(1);
  expect(JSON.parse(stdout)).toMatchObject({ payloads: 3, fragments: 2 });
});

test('doubts alone do not fail a check', () => {
  const doubtful = 'payload:\n  convId: c\n  message: hi\n  contxt: {}\n';
  const root = temporaryFolder({ ...own, [`payloads/${event}/a.yaml`]: doubtful });
  const { code, stdout } = payload(root, 'check');
  expect(code).toBe(0);
  expect(stdout).toContain('2 payloads and 1 fragment of this project: 1 warning\n');
});

test('check needs a project and says so', () => {
  const { code, stderr } = shown(temporaryFolder(), 'check');
  expect(code).toBe(2);
  expect(stderr).toContain('error[no-project]');
});

test('no payload command writes anything', () => {
  const root = temporaryFolder(own);
  const before = snapshotOf(root);
  for (const args of [['list'], ['show', 'hello'], ['new', event], ['check']]) payload(root, ...args);
  expect(snapshotOf(root)).toEqual(before);
  expect(existsSync(join(root, 'dist'))).toBe(false);
});
