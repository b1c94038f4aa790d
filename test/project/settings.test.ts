import { loadSettings, loadUsableSettings } from '../../emulator/project/settings.ts';
import { temporaryFolder } from '../temporary.ts';

const settingsOf = (text: string) => loadSettings(temporaryFolder({ 'functions/settings.json': text }));

test('a project without settings has no secrets', () => {
  expect(loadSettings(temporaryFolder({ 'functions/a/index.js': '' }))).toEqual({
    secrets: [],
    whitelist: [],
  });
});

test('the value of a secret is text or any JSON', () => {
  const text =
    '{"secrets":[{"key":"a","value":"text"},{"key":"b","value":{"id":1}},{"key":"c","value":null}]}';
  expect(settingsOf(text).secrets).toEqual([
    { key: 'a', value: 'text' },
    { key: 'b', value: { id: 1 } },
    { key: 'c', value: null },
  ]);
});

test.each([
  ['', '1:1', 'settings.json is empty'],
  ['{"secrets": [}', '1:14', "settings.json is not JSON: Unexpected token '}'"],
  ['[]', '1:1', 'settings.json must hold an object'],
  [
    '{\n "secrets": { "a": "b" }\n}',
    '2:13',
    '"secrets" in settings.json must be an array of { "key", "value" }',
  ],
  ['{\n "secrets": [\n  { "key": "a" }\n ]\n}', '3:3', '"secrets.0.value" in settings.json is missing'],
  [
    '{\n "secrets": [\n  { "key": 1, "value": 1 }\n ]\n}',
    '3:12',
    '"secrets.0.key" in settings.json must be text',
  ],
  ['{\n "whitelist": "*.a.com"\n}', '2:15', '"whitelist" in settings.json must be an array of domains'],
  ['{\n "whitelist": ["a.com", 1]\n}', '2:25', '"whitelist.1" in settings.json must be text: a domain'],
  ...['*.*.a.com', 'https://a.com', 'a.com/b', 'a.com:443', ''].map((entry): [string, string, string] => [
    `{\n "whitelist": ["${entry}"]\n}`,
    '2:16',
    '"whitelist.0" in settings.json must be a domain without protocol, port and path, with one * at most',
  ]),
])('broken settings are told with their position: %p', (text, place, message) => {
  const [line, column] = place.split(':').map(Number);
  const finding = {
    code: 'bad-settings',
    severity: 'error',
    message,
    hint: 'write it as { "secrets": [{ "key": "name", "value": "text or JSON" }] }, or remove the file',
    where: { file: 'functions/settings.json', line, column },
  };
  expect(() => settingsOf(text)).toThrow(expect.objectContaining({ name: 'EmulatorError', finding }));
});

test.each([
  [
    '{\n "secrets": [{ "key": "a b", "value": 1 }]\n}',
    '2:23',
    '"a b" in settings.json cannot be the key of a secret',
  ],
  [
    '{"secrets":[\n {"key":"a","value":1},\n {"key":"a","value":2}]}',
    '3:9',
    'the secret "a" is in settings.json more than once',
  ],
  [
    `{"secrets":[{"key":"a",\n"value":"${'x'.repeat(16_385)}"}]}`,
    '2:9',
    'the secret "a" in settings.json has 16385 characters; the limit is 10000 on v1 and 16384 on v2',
  ],
])('a secret that the platform would not hold is refused with its position', (text, place, message) => {
  const [line, column] = place.split(':').map(Number);
  const root = temporaryFolder({ 'functions/settings.json': text });
  expect(() => loadUsableSettings(root)).toThrow(
    expect.objectContaining({
      finding: expect.objectContaining({
        code: 'bad-settings',
        message: expect.stringContaining(message),
        where: { file: 'functions/settings.json', line, column },
      }),
    }),
  );
  expect(loadSettings(root).secrets).not.toEqual([]);
});

test('what only v1 would not hold is no reason to refuse it', () => {
  const root = temporaryFolder({
    'functions/settings.json': { secrets: [{ key: 'a', value: 'x'.repeat(16_384) }] },
  });
  expect(loadUsableSettings(root).secrets).toHaveLength(1);
});

test('account.yaml beside functions/ belongs to the settings', () => {
  const root = temporaryFolder({ 'functions/a/index.js': '', 'account.yaml': 'clock: x\n' });
  expect(loadSettings(root)).toEqual({ secrets: [], whitelist: [], account: 'clock: x\n' });
});
