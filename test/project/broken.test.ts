import { loadProject } from '../../emulator/project/load.ts';
import { temporaryFolder } from '../temporary.ts';
import { brokenOf, lambda, shown, working } from './working.ts';

describe('a function that cannot be used', () => {
  const code = { 'functions/bad/index.ts': lambda };
  const long = 'x'.repeat(51);

  test.each([
    ['no config.json', code, 'functions/bad/config.json bad-config: config.json is missing'],
    [
      'no code',
      { 'functions/bad/config.json': { name: 'bad' } },
      'functions/bad file-not-found: functions/bad holds neither index.ts nor index.js',
    ],
    [
      'an empty config.json',
      { ...code, 'functions/bad/config.json': ' \n' },
      'functions/bad/config.json:1:1 bad-config: config.json is empty',
    ],
    [
      'a config.json of another name',
      { ...code, 'functions/bad/config.json': '{\n  "name": "worse"\n}' },
      'functions/bad/config.json:2:11 bad-config: the folder is named "bad" but its config.json says "worse"',
    ],
    [
      'a bad name',
      working('bad-name'),
      'functions/bad-name bad-function-name: the platform does not take "bad-name" as a function name: it holds something other than letters, digits and underscores',
    ],
    [
      'a long name',
      working(long),
      `functions/${long} bad-function-name: the platform does not take "${long}" as a function name: it has 51 characters, the platform allows 50`,
    ],
  ])('is listed with its reason and holds up no other: %s', (_, files: Record<string, unknown>, reason) => {
    const { functions, broken } = loadProject(temporaryFolder({ ...working('good'), ...files }));
    expect(functions.map(({ name }) => name)).toEqual(['good']);
    expect(broken.flatMap(({ findings }) => findings.map(shown))).toEqual([reason]);
  });

  test('is listed too when it is asked for by name', () => {
    expect(brokenOf({ 'functions/bad/index.ts': lambda }, ['bad'])).toEqual({
      bad: ['functions/bad/config.json bad-config: config.json is missing'],
    });
  });

  test.each([
    [
      'a trailing comma',
      '{\n  "name": "bad",\n}',
      '3:1',
      'is not JSON: Expected double-quoted property name',
    ],
    ['a bare word', '{\n  "name": bad\n}', '2:11', "is not JSON: Unexpected token 'b'"],
    ['single quotes', "{\n  'name': 'bad'\n}", '2:3', "is not JSON: Expected property name or '}'"],
    [
      'a comment',
      '{\n  // the name\n  "name": "bad"\n}',
      '2:3',
      "is not JSON: Expected property name or '}'",
    ],
    ['an early end', '{\n  "name": "bad"', '2:16', "is not JSON: Expected ',' or '}' after property value"],
    [
      'two objects',
      '{ "name": "bad" }\n{}',
      '2:1',
      'is not JSON: Unexpected non-whitespace character after JSON',
    ],
    ['an array', '[]', '1:1', 'must hold an object'],
  ])('because its config.json cannot be read is told the line and column: %s', (_, text, place, reason) => {
    const found = brokenOf({ 'functions/bad/index.ts': lambda, 'functions/bad/config.json': text });
    expect(found['bad']).toEqual([`functions/bad/config.json:${place} bad-config: config.json ${reason}`]);
  });

  test.each([
    ['"description": "x"', '1:1', 'name', 'must be text: the name of the folder'],
    ['"name": 1', '2:9', 'name', 'must be text: the name of the folder'],
    ['"name": "bad", "event": 7', '2:25', 'event', 'must be an event id, "No Event" or null'],
    ['"name": "bad", "input": "hello"', '2:25', 'input', 'must be an object'],
    [
      '"name": "bad",\n"environmentVariables": { "A": "1", "B": 2 }',
      '3:42',
      'environmentVariables.B',
      'must be text',
    ],
    [
      '"name": "bad",\n"environmentVariables": [{ "name": "A" }]',
      '3:26',
      'environmentVariables.0.key',
      'must be text',
    ],
    [
      '"name": "bad",\n"environmentVariables": "A=1"',
      '3:25',
      'environmentVariables',
      'must be an array of { "key", "value" } or an object of texts',
    ],
  ])('because its config.json does not fit is told the line and column: %s', (text, place, key, reason) => {
    const found = brokenOf({
      'functions/bad/index.ts': lambda,
      'functions/bad/config.json': `{\n${text}\n}`,
    });
    expect(found['bad']).toEqual([
      `functions/bad/config.json:${place} bad-config: "${key}" in config.json ${reason}`,
    ]);
  });
});

describe('names that two functions claim', () => {
  test('are told for both, and a third goes on', () => {
    const root = temporaryFolder({
      ...working('a'),
      ...working('c'),
      'functions/b/index.js': lambda,
      'functions/b/config.json': '{\n  "name": "a"\n}',
    });
    const { functions, broken } = loadProject(root);
    expect(functions.map(({ name }) => name)).toEqual(['c']);
    expect(broken.map(({ findings }) => findings.map(shown))).toMatchInlineSnapshot(`
      [
        [
          "functions/a/config.json:2:11 duplicate-function: functions/a and functions/b claim the same function name",
        ],
        [
          "functions/b/config.json:2:11 duplicate-function: functions/a and functions/b claim the same function name",
          "functions/b/config.json:2:11 bad-config: the folder is named "b" but its config.json says "a"",
        ],
      ]
    `);
  });

  test('are the same when they differ only in case', () => {
    expect(brokenOf({ ...working('greet'), ...working('Greet') }, ['greet'])).toMatchInlineSnapshot(`
      {
        "greet": [
          "functions/greet/config.json:2:11 duplicate-function: functions/Greet and functions/greet claim the same function name",
        ],
      }
    `);
  });
});
