import { payloadFromFile } from '../../emulator/payload/payloads.ts';
import { temporaryFolder } from '../temporary.ts';
import { refusal } from './finding.ts';

const event = 'bot_connectors_custom_integration';

/** What a payload file becomes in a project that has `files` below payloads/. */
async function composed(text: string, files: Record<string, string> = {}, of: string | null = null) {
  const own = Object.entries(files).map(([path, content]) => [`payloads/${path}`, content]);
  return payloadFromFile(temporaryFolder(Object.fromEntries(own)), '-', text, of);
}

test('a reference stands for the value of a fragment, and keys beside it are merged over that', async () => {
  const { input } = await composed('payload:\n  $use: event/own\n  a: {y: 2}\n  list: [3]\n', {
    'event/own.yaml': 'value: {a: {x: 1, y: 1}, list: [1, 2], z: kept}\n',
  });
  expect(input.payload).toEqual({ a: { x: 1, y: 2 }, list: [3], z: 'kept' });
});

test('fragments use fragments, in lists too, and a JSON fragment is as good', async () => {
  const { input } = await composed('payload:\n  all:\n    - $use: event/one\n    - $use: event/two\n', {
    'event/one.json': '{"value": {"n": 1}}',
    'event/two.yaml': 'value:\n  $use: event/one\n  m: 2\n',
  });
  expect(input.payload).toEqual({ all: [{ n: 1 }, { n: 1, m: 2 }] });
});

test('a fragment of the project takes the place of one that comes with the package', async () => {
  const { input } = await composed('payload:\n  a:\n    $use: lpSdes/none\n', {
    'lpSdes/none.yaml': 'value: {mine: true}\n',
  });
  expect(input.payload).toEqual({ a: { mine: true } });
});

test('a payload is only as sure as its fragments', async () => {
  const { inferred, source } = await composed(
    'source: https://example.com\ninferred: the rest\npayload:\n  a:\n    $use: event/own\n',
    { 'event/own.yaml': 'inferred: all of it\nvalue: 1\n' },
  );
  expect({ inferred, source }).toEqual({
    inferred: 'the rest; event/own: all of it',
    source: 'https://example.com',
  });
});

test.each([
  [
    'an unknown fragment',
    'payload:\n  a:\n    $use: lpSdes/mesaging\n',
    {},
    'unknown-fragment at -:3:11 (payload.a): there is no fragment "lpSdes/mesaging". Did you mean "lpSdes/messaging"? → ' +
      'the fragments are lpSdes/chat, lpSdes/messaging, lpSdes/none, lpSdes/unauthenticated',
  ],
  [
    'a fragment that is a path out of the folder',
    'payload:\n  $use: ../../package\n',
    {},
    'unknown-fragment at -:2:9 (payload): there is no fragment "../../package".',
  ],
  [
    'a reference that is no text',
    'payload:\n  $use: [lpEvent/chat]\n',
    {},
    'bad-payload at -:2:3 (payload): $use must name a fragment → write it like $use: lpEvent/messaging',
  ],
  [
    'a fragment that uses itself',
    'payload:\n  $use: event/a\n',
    { 'event/a.yaml': 'value:\n  x:\n    $use: event/a\n' },
    'unknown-fragment at payloads/event/a.yaml:3:11 (value.x): fragments use each other in a circle: event/a → event/a',
  ],
  [
    'fragments that use each other',
    'payload:\n  $use: event/a\n',
    { 'event/a.yaml': 'value:\n  $use: event/b\n', 'event/b.yaml': 'value: [{$use: event/a}]\n' },
    'unknown-fragment at payloads/event/b.yaml:1:16 (value[0]): fragments use each other in a circle: event/a → event/b → event/a',
  ],
  [
    'keys beside a text',
    'payload:\n  m:\n    $use: message/file\n    x: 1\n',
    {},
    'bad-payload at -:3:11 (payload.m): nothing can be merged over "message/file", which is no object',
  ],
  [
    'a fragment without a value',
    'payload:\n  $use: event/a\n',
    { 'event/a.yaml': 'source: x\nvalu: 1\n' },
    'bad-payload at payloads/event/a.yaml:2:1 (value): payloads/event/a.yaml: value is missing (and 1 more) → "valu" stands there: did you mean "value"?',
  ],
  [
    'a fragment that is empty',
    'payload:\n  $use: event/a\n',
    { 'event/a.yaml': '' },
    'unparsable-payload at payloads/event/a.yaml:1:1: payloads/event/a.yaml is empty',
  ],
])('%s is refused with its place', async (_, text, files, expected) => {
  expect(await refusal(composed(text, files as Record<string, string>))).toContain(expected);
});

test('what is wrong inside a fragment is told with the place in the file of the fragment', async () => {
  const files = { 'lpEvent/mine.yaml': 'value:\n  sequence: one\n' };
  const text = 'payload:\n  convId: c\n  message: hi\n  context:\n    lpEvent:\n      $use: lpEvent/mine\n';
  expect(await refusal(composed(text, files, event))).toContain(
    'bad-payload at payloads/lpEvent/mine.yaml:2:13 (context.lpEvent.sequence): ' +
      '-: context.lpEvent.sequence must be a number, it is the text "one"',
  );
});

test('what is wrong beside a reference is told with its own place', async () => {
  const text =
    'payload:\n  convId: c\n  message: hi\n  context:\n    lpEvent:\n      $use: lpEvent/messaging\n      sequence: one\n';
  expect(await refusal(composed(text, {}, event))).toContain(
    'bad-payload at -:7:17 (context.lpEvent.sequence)',
  );
});
