import { join } from 'node:path';
import { loadProject } from '../../emulator/project/load.ts';
import { snapshotOf, temporaryFolder } from '../temporary.ts';
import { complaint, lambda, working } from './working.ts';

const greetAndTransfer = () => temporaryFolder({ ...working('greet'), ...working('transfer') });

describe('the functions of a project', () => {
  test('are the folders that hold a function, sorted, with lib, dot and underscore folders left out', () => {
    const root = temporaryFolder({
      ...working('second'),
      ...working('first'),
      ...working('lib'),
      ...working('_draft'),
      ...working('.cache'),
      'functions/notes/README.md': 'nothing to run here',
    });
    expect(loadProject(root).functions.map(({ name }) => name)).toEqual(['first', 'second']);
  });

  test('are read from an lpf project as they are, and nothing on disk changes', () => {
    const root = temporaryFolder({
      'functions/greet/index.js': lambda,
      'functions/greet/config.json': {
        name: 'greet',
        event: null,
        description: 'greets',
        input: { headers: [{ key: 'x-a', value: '1' }], payload: { a: 1 } },
        environmentVariables: [{ key: '', value: '' }],
        version: 3,
      },
      'functions/settings.json': {
        secrets: [{ key: 'token', value: { id: 1 } }],
        whitelist: ['*.example.com'],
      },
    });
    const before = snapshotOf(root);
    expect(loadProject(root)).toEqual({
      root,
      functions: [
        {
          name: 'greet',
          folder: join(root, 'functions/greet'),
          entry: join(root, 'functions/greet/index.js'),
          config: {
            name: 'greet',
            event: null,
            description: 'greets',
            input: { headers: [{ key: 'x-a', value: '1' }], payload: { a: 1 } },
            environmentVariables: [],
          },
        },
      ],
      broken: [],
      settings: { secrets: [{ key: 'token', value: { id: 1 } }], whitelist: ['*.example.com'] },
    });
    expect(snapshotOf(root)).toEqual(before);
  });

  test('are only those asked for, each once', () => {
    const root = temporaryFolder({ ...working('a'), ...working('b'), 'functions/c/config.json': 'broken' });
    const project = loadProject(root, ['b', 'b']);
    expect(project.functions.map(({ name }) => name)).toEqual(['b']);
    expect(project.broken).toEqual([]);
  });

  test('use index.ts where there is an index.js too', () => {
    const root = temporaryFolder({ ...working('a'), 'functions/a/index.js': lambda });
    expect(loadProject(root).functions[0]?.entry).toBe(join(root, 'functions/a/index.ts'));
  });
});

describe('a name that is asked for', () => {
  test('and does not exist is answered with the nearest one', () => {
    expect(complaint(() => loadProject(greetAndTransfer(), ['graet']))).toMatchInlineSnapshot(`
      {
        "code": "unknown-function",
        "hint": "the functions here are greet, transfer",
        "message": "no function named "graet". Did you mean "greet"?",
        "severity": "error",
      }
    `);
  });

  const characters = 'holds something other than letters, digits and underscores';

  test.each([
    ['../x', characters, ''],
    ['..', characters, ''],
    ['/etc', characters, ''],
    ['a b', characters, ''],
    ['functions/greet', characters, ' Did you mean "greet"?'],
    ['greet/', characters, ' Did you mean "greet"?'],
    ['', 'is empty', ''],
    ['x'.repeat(51), 'has 51 characters, the platform allows 50', ''],
  ])('and is no name is refused before anything is read: %p', (name, fault, near) => {
    expect(complaint(() => loadProject(greetAndTransfer(), [name]))).toEqual({
      code: 'bad-function-name',
      severity: 'error',
      message: `"${name}" is no function name: it ${fault}`,
      hint: `give the name of a folder in functions/, without a path.${near}`,
    });
  });

  test('and is that of the shared folder is unknown', () => {
    const files = { ...working('greet'), 'functions/lib/index.ts': '' };
    expect(complaint(() => loadProject(temporaryFolder(files), ['lib'])).code).toBe('unknown-function');
  });

  test.each(['__proto__', 'constructor', 'toString'])(
    'and is one of JavaScript’s own is just unknown: %s',
    (name) => {
      expect(complaint(() => loadProject(greetAndTransfer(), [name])).code).toBe('unknown-function');
    },
  );
});

test('a project without a function says how to add one', () => {
  expect(complaint(() => loadProject(temporaryFolder({ 'functions/settings.json': {} }))))
    .toMatchInlineSnapshot(`
    {
      "code": "no-functions",
      "hint": "add one: lpf-emulator new customIntegration myFunction",
      "message": "functions/ holds no function",
      "severity": "error",
    }
  `);
});
