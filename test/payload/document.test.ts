import { parseDocument } from '../../emulator/payload/document/document.ts';
import { refusal } from './finding.ts';

const parse = (text: string, file = 'p.yaml') => parseDocument(text, file);

test('JSON and YAML give the same value', async () => {
  const json = await parse('{"convId": "c", "context": {"lpEvent": {"@id": "3", "ids": [1, 2]}}}', 'p.json');
  const yaml = await parse("convId: c\ncontext:\n  lpEvent:\n    '@id': '3'\n    ids: [1, 2]\n");
  expect(json.value).toEqual(yaml.value);
});

test('a byte order mark, flow style and comments are no obstacle', async () => {
  expect((await parse('\uFEFF{"a": 1}', 'p.json')).value).toEqual({ a: 1 });
  expect((await parse('{a: 1, b: [x,],} # trailing\n')).value).toEqual({ a: 1, b: ['x'] });
  expect((await parse('{"a": 1}', '-')).value).toEqual({ a: 1 });
});

test('words that older YAML takes for something else stay text', async () => {
  expect((await parse('a: yes\nb: 2026-12-01\nc: 012\nd: "1"\n')).value).toEqual({
    a: 'yes',
    b: '2026-12-01',
    c: 12,
    d: '1',
  });
});

test('a key named __proto__ is plain data and changes no prototype', async () => {
  for (const text of ['{"__proto__": {"polluted": true}}', '__proto__: {polluted: true}\n']) {
    const { value } = await parse(text);
    expect(Object.hasOwn(value as object, '__proto__')).toBe(true);
    expect((value as { polluted?: boolean }).polluted).toBeUndefined();
  }
});

test('keys and values are found again in both notations', async () => {
  const texts = { 'p.json': '{\n  "a": [\n    {"b": 1}\n  ]\n}', 'p.yaml': 'a:\n  - b: 1\n' };
  for (const [file, text] of Object.entries(texts)) {
    const document = await parse(text, file);
    const places = [
      await document.locate(['a', 0, 'b']),
      await document.locate(['a', 0, 'b'], 'key'),
      await document.locate(['a', 0, 'missing']),
    ].map(({ line, column }) => `${line}:${column}`);
    expect(places).toEqual(file === 'p.json' ? ['3:11', '3:6', '3:5'] : ['2:8', '2:5', '2:5']);
  }
});

test.each([
  ['an empty file', '', 'p.yaml', 'p.yaml:1:1: p.yaml is empty'],
  ['a file of blanks', ' \n\t\n', 'p.json', 'p.json:1:1: p.json is empty'],
  ['a comma too many in JSON', '{"a": 1,\n}', 'p.json', 'p.json:2:1: p.json is not JSON'],
  ['a bare word in JSON', '{"a": tru}', 'p.json', 'p.json:1:7: p.json is not JSON'],
  ['single quotes in JSON', "{'a': 1}", 'p.json', 'p.json:1:2: p.json is not JSON'],
  ['JSON cut off', '{"a": [1', 'p.json', 'p.json:1:9: p.json is not JSON'],
  ['YAML in a .json file', 'a: 1\n', 'p.json', 'p.json:1:1: p.json is not JSON'],
  [
    'a tab as indentation',
    'a:\n\tb: 1\n',
    'p.yaml',
    'p.yaml:2:1: p.yaml is not YAML: tabs are not allowed as indentation',
  ],
  ['a quote left open', 'a: "x\n', 'p.yaml', 'p.yaml:2:1: p.yaml is not YAML: missing closing "quote'],
  [
    'several documents',
    'a: 1\n---\nb: 2\n',
    'p.yaml',
    'p.yaml:2:1: p.yaml is not YAML: it holds several documents',
  ],
  [
    'a tag that makes code',
    'a: !!js/function "x"\n',
    'p.yaml',
    'p.yaml:1:4: p.yaml is not YAML: unresolved tag',
  ],
  ['a tag of older YAML', '%YAML 1.1\n---\na: !!binary aGk=\n', 'p.yaml', 'p.yaml:3:4: p.yaml is not YAML'],
  [
    'a key twice in YAML',
    'a: 1\nb: 2\na: 3\n',
    'p.yaml',
    'p.yaml:3:1: p.yaml is not YAML: map keys must be unique',
  ],
  [
    'a key twice in JSON',
    '{"a": 1,\n "b": {"a": 2},\n "\\u0061": 3}',
    'p.json',
    'p.json:3:2: p.json has the key "a" twice in one object',
  ],
  ['an alias to nothing', 'a: *b\n', 'p.yaml', 'p.yaml: p.yaml is not usable YAML: unresolved alias'],
  [
    'a list that contains itself',
    'a: &a [*a]\n',
    'p.yaml',
    'p.yaml: p.yaml is nested more than 200 levels deep',
  ],
  [
    'a number that JSON lacks',
    'a:\n  - .nan\n',
    'p.yaml',
    'p.yaml:2:5: p.yaml holds NaN at a[0], a number that JSON cannot carry',
  ],
  ['a number too large', '{"a": 1e999}', 'p.json', 'p.json:1:7: p.json holds Infinity at a'],
])('%s is refused with its place', async (_, text, file, expected) => {
  expect(await refusal(parse(text, file))).toContain(`unparsable-payload at ${expected}`);
});

test('an alias bomb is refused before it goes off', async () => {
  const levels = Array.from(
    { length: 9 },
    (_, at) => `a${at + 1}: &a${at + 1} [${Array(9).fill(`*a${at}`).join(', ')}]`,
  );
  const bomb = ['a0: &a0 [x, x, x, x, x, x, x, x, x]', ...levels].join('\n');
  expect(await refusal(parse(bomb))).toContain('its aliases expand to more than 100 times what they name');
});

test.each([
  [
    'brackets in JSON',
    '['.repeat(100_000) + ']'.repeat(100_000),
    'p.json',
    'p.json is nested more than 200 levels deep',
  ],
  ['brackets in what is no JSON', `${'['.repeat(100_000)}x`, 'p.json', 'p.json:1:251: p.json is not JSON'],
  ['brackets in YAML', `a: ${'['.repeat(100_000)}`, 'p.yaml', 'p.yaml is nested too deep'],
  ['dashes in YAML', `${'- '.repeat(100_000)}x`, 'p.yaml', 'p.yaml is nested too deep'],
  ['question marks in YAML', `${'? '.repeat(100_000)}x`, 'p.yaml', 'p.yaml is nested too deep'],
  [
    'indentation in YAML',
    Array.from({ length: 1000 }, (_, at) => `${' '.repeat(at)}a:`).join('\n'),
    'p.yaml',
    'p.yaml is nested too deep',
  ],
])('depth that would overflow a stack is refused: %s', async (_, text, file, expected) => {
  expect(await refusal(parse(text, file))).toContain(expected);
});

test('ten megabytes are refused without being parsed', async () => {
  const large = JSON.stringify({ message: 'x'.repeat(10 * 1024 * 1024) });
  expect(await refusal(parse(large, 'p.json'))).toBe(
    'unparsable-payload at p.json: p.json has 10.0 MB, more than the 1.0 MB that are read → ' +
      'shorten it, or split it into several files',
  );
});
