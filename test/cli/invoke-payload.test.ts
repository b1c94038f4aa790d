import { join } from 'node:path';
import { temporaryFolder } from '../temporary.ts';
import { command } from './command.ts';

const mirror = `export async function lambda(input: { headers: unknown; payload: unknown }) {
  return { headers: input.headers, payload: input.payload };
}
`;

/** A project with a function that answers with what it was given, so that a payload can be looked at. */
const folder = temporaryFolder({
  'functions/mirror/index.ts': mirror,
  'functions/mirror/config.json': {
    name: 'mirror',
    description: 'Answers with its input',
    input: { headers: [], payload: { from: 'config' } },
  },
  'mine.json': { payload: { from: 'a file' }, headers: [{ key: 'X-From', value: 'file' }] },
  'bare.yaml': 'from: a bare payload\n',
});

/** What the mirror was given. */
function given(args: string[], input = ''): unknown {
  const { code, stdout } = command('lpf-emulator', folder, ['invoke', 'mirror', ...args], { input });
  expect(code).toBe(0);
  return (JSON.parse(stdout) as { payload: unknown }).payload;
}

function fragment(name: string): Record<string, unknown> {
  const { stdout } = command('lpf-emulator', folder, ['payload', 'show', name, '--json']);
  return (JSON.parse(stdout) as { value: Record<string, unknown> }).value;
}

test('a payload is given by name, as a file of either kind, or on standard input', () => {
  expect(given([])).toEqual({ from: 'config' });
  expect(given(['-p', 'config.json'])).toEqual({ from: 'config' });
  expect(given(['-p', './mine.json'])).toEqual({ from: 'a file' });
  expect(given(['-p', 'bare.yaml'])).toEqual({ from: 'a bare payload' });
  expect(given(['-p', '-'], '{"from":"a pipe"}')).toEqual({ from: 'a pipe' });
  expect(given(['-p', '-'], 'payload: { from: YAML in a pipe }\n')).toEqual({ from: 'YAML in a pipe' });
});

test('a payload file says when the call is made; else it is made now', () => {
  const clock = 'export async function lambda(input: { timestamp: number }) { return input.timestamp; }\n';
  const root = temporaryFolder({
    'functions/clock/index.ts': clock,
    'functions/clock/config.json': { name: 'clock', description: 'Tells the time' },
    'then.yaml': 'timestamp: 1675245920288\npayload: {}\n',
  });
  const timeOf = (...args: string[]): number =>
    Number(command('lpf-emulator', root, ['invoke', 'clock', ...args]).stdout);
  expect(timeOf('-p', 'then.yaml')).toBe(1675245920288);
  expect(timeOf()).toBeGreaterThan(1675245920288);
});

test('a file counts from where the user stands, the project from above it', () => {
  const { code, stdout } = command('lpf-emulator', join(folder, 'functions/mirror'), [
    'invoke',
    'mirror',
    '-p',
    '../../mine.json',
  ]);
  expect({ code, answer: JSON.parse(stdout) as unknown }).toEqual({
    code: 0,
    answer: { headers: [{ key: 'X-From', value: 'file' }], payload: { from: 'a file' } },
  });
});

test('a payload is composed from a message, fragments and values, in that order', () => {
  const flags = ['--message', 'Hi there', '--lp-event', 'messaging', '--lp-sdes', 'lpSdes/unauthenticated'];
  const lpEvent = fragment('lpEvent/messaging');
  expect(given([...flags, '--set', 'context.lpEvent.sequence=7', '--set', 'more=[1, "two"]'])).toEqual({
    convId: '00000000-0000-4000-8000-000000000001',
    message: 'Hi there',
    context: {
      lpEvent: { ...lpEvent, event: { ...(lpEvent['event'] as object), message: 'Hi there' }, sequence: 7 },
      lpSdes: fragment('lpSdes/unauthenticated'),
    },
    more: [1, 'two'],
  });
});

test('--set changes one value of what would be fed without it', () => {
  expect(given(['--set', 'lead=warm'])).toEqual({ from: 'config', lead: 'warm' });
  expect(given(['-p', 'bare.yaml', '--set', 'lead=warm'])).toEqual({ from: 'a bare payload', lead: 'warm' });
});

test('--event takes a fragment, and a payload can be the base of what is composed', () => {
  expect(given(['--event', 'welcome'])).toEqual({
    convId: '00000000-0000-4000-8000-000000000001',
    event: { name: 'WELCOME' },
  });
  expect(given(['-p', 'mine.json', '--message', 'Hi', '--set', 'from=a flag'])).toEqual({
    convId: '00000000-0000-4000-8000-000000000001',
    from: 'a flag',
    message: 'Hi',
  });
});

function told(input: string): string {
  return command('lpf-emulator', folder, ['invoke', 'mirror', '-p', '-'], { input }).stderr;
}

test('standard input that is no payload is told with its position', () => {
  expect(`\n${told('{"message": ')}\n${told('[]')}\n${told('')}`).toMatchInlineSnapshot(`
    "
    error[unparsable-payload] - is not YAML: flow map must end with a }
      at -:1:13
      → correct it there

    error[bad-payload] -: it must be an object, it is a list
      at -:1:1
      → give an object with keys and values

    error[unparsable-payload] - is empty
      at -:1:1
      → write a payload into it: \`lpf-emulator payload new <event>\` prints one to start from
    "
  `);
});
