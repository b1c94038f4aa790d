import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { InvocationRecord } from '../../emulator/invoke/record.ts';
import { createFunction } from '../../emulator/project/create.ts';
import { loadProject } from '../../emulator/project/load.ts';
import { snapshotOf, temporaryFolder, writeFiles } from '../temporary.ts';
import { command } from './command.ts';

const shipped = join(__dirname, '../../functions');
const templates = readdirSync(shipped).filter((name) => existsSync(join(shipped, name, 'index.ts')));

const create = (cwd: string, template: string, name: string) =>
  command('lpf-emulator', cwd, ['new', template, name]);

test('a template becomes a function of the project, with its own name and the shared code', () => {
  const root = temporaryFolder({ 'functions/greet/index.js': '' });
  const { code, stdout, stderr } = create(root, 'errorHook', 'watchErrors');
  expect({ code, stdout: stdout.replace(/\d+ files/, '<n> files'), stderr }).toMatchInlineSnapshot(`
    {
      "code": 0,
      "stderr": "",
      "stdout": "created  functions/watchErrors/README.md
    created  functions/watchErrors/causes.ts
    created  functions/watchErrors/config.json
    created  functions/watchErrors/index.ts
    created  functions/settings.json
    created  functions/lib: <n> files that templates share

    Next:
      lpf-emulator run watchErrors    feed it every payload for its event and judge the answers
      lpf-bundle watchErrors          write the one file to paste or push, for each generation
    ",
    }
  `);
  const { functions } = loadProject(root, ['watchErrors']);
  expect(functions[0]?.config).toMatchObject({ name: 'watchErrors', event: 'bot_connectors_error_hook' });
  expect(existsSync(join(root, 'functions/lib/events/input.ts'))).toBe(true);
});

test.each(templates)('a copy of %s differs from the template in its name alone', (template) => {
  const root = temporaryFolder();
  createFunction(root, template, 'mine');
  const own = snapshotOf(join(shipped, template));
  const renamed = Object.entries(own).map(([file, text]) =>
    file === 'config.json' ? [file, text.replace(`"name": "${template}"`, '"name": "mine"')] : [file, text],
  );
  expect(snapshotOf(join(root, 'functions/mine'))).toEqual(Object.fromEntries(renamed));
  expect(loadProject(root).broken).toEqual([]);
  expect(lostImports(join(root, 'functions'))).toEqual([]);
});

/** Relative imports below `folder` that lead to no file, those of types alone included. */
function lostImports(folder: string): string[] {
  return Object.entries(snapshotOf(folder)).flatMap(([file, text]) =>
    [...text.matchAll(/from '(\.[^']*)'/g)]
      .map(([, name = '']) => join(folder, file, '..', `${name}.ts`))
      .filter((path) => !existsSync(path)),
  );
}

test('what the settings of a project lack of what a template reads is told, and they stay as they are', () => {
  const settings = { secrets: [{ key: 'mine', value: 'v' }], whitelist: ['my.example.com'] };
  const root = temporaryFolder({ 'functions/settings.json': settings });
  const before = readFileSync(join(root, 'functions/settings.json'), 'utf8');
  const { code, stdout } = create(root, 'customIntegration', 'bot');
  expect(code).toBe(0);
  expect(stdout).toContain('Next:\n  lpf-emulator chat bot   talk with it');
  expect(stdout).toContain(
    'The template reads what functions/settings.json lacks; put your own in, or what stands for it:\n' +
      '  "secrets"    { "key": "orders-backend", "value": "…" }\n' +
      '  "whitelist"  "orders.example.com"\n\n',
  );
  expect(readFileSync(join(root, 'functions/settings.json'), 'utf8')).toBe(before);

  const run = command('lpf-emulator', root, ['run', 'bot', '-p', 'order', '-g', 'v2', '--json']);
  const { records } = JSON.parse(run.stdout) as { records: InvocationRecord[] };
  expect(run.code).toBe(0);
  expect(records[0]?.verdict.findings).toEqual([
    expect.objectContaining({
      code: 'absent-secret',
      severity: 'warning',
      message: 'the secret "orders-backend" was asked for, and functions/settings.json has none of that name',
    }),
  ]);

  const meant = 'account: { secrets: { keys: { orders-backend: { fault: not-found } } } }';
  const order = readFileSync(
    join(shipped, '../payloads/bot_connectors_custom_integration/order.yaml'),
    'utf8',
  );
  writeFiles(root, { 'meant.yaml': `${order.replace(/^mocks:[^]*/m, '')}\n${meant}\n` });
  const told = command('lpf-emulator', root, ['invoke', 'bot', '-p', 'meant.yaml', '--json']).stdout;
  expect((JSON.parse(told) as InvocationRecord).verdict).toEqual({ pass: true, findings: [] });

  const more = { secrets: [{ key: 'orders-backend', value: 'v' }], whitelist: ['*.example.com'] };
  const enough = temporaryFolder({ 'functions/settings.json': more });
  expect(create(enough, 'customIntegration', 'bot').stdout).not.toContain('lacks');
});

test('a copy brings along what it needs of the shared code, and nothing else', () => {
  const root = temporaryFolder();
  createFunction(root, 'errorHook', 'mine');
  const first = Object.keys(snapshotOf(join(root, 'functions/lib')));
  expect(first).toContain('outbound/webhook.ts');
  expect(first).not.toContain('bot/button.ts');
  expect(first).not.toContain('toolbelt/core-functions-toolbelt.d.ts');
  createFunction(root, 'customIntegration', 'bot');
  const both = Object.keys(snapshotOf(join(root, 'functions/lib')));
  expect(both).toContain('bot/button.ts');
  expect(both).toContain('toolbelt/core-functions-toolbelt.d.ts');
  expect(lostImports(join(root, 'functions'))).toEqual([]);
});

test('where there is no project one is started', () => {
  const root = temporaryFolder();
  const { stdout } = create(root, 'errorHook', 'watchErrors');
  expect(stdout.split('\n')[0]).toBe('There was no project here or above, so this starts one.');
  expect(loadProject(root).functions.map(({ name }) => name)).toEqual(['watchErrors']);
});

test('from a folder further down the function still goes into the project', () => {
  const root = temporaryFolder({ 'functions/greet/src/a.js': '' });
  const { code, stdout } = create(join(root, 'functions/greet/src'), 'errorHook', 'watchErrors');
  expect({ code, first: stdout.split('\n')[0] }).toEqual({ code: 0, first: 'The project is in ../../...' });
  expect(existsSync(join(root, 'functions/watchErrors/index.ts'))).toBe(true);
});

test('shared code that the project has already is left as it is, and what is missing is added', () => {
  const root = temporaryFolder({ 'functions/lib/events/input.ts': 'mine', 'functions/lib/own.ts': 'own' });
  const { stdout } = create(root, 'errorHook', 'watchErrors');
  expect(stdout).toContain(
    'kept     functions/lib/events/input.ts: yours differs from the one that comes with the template\n',
  );
  expect(readFileSync(join(root, 'functions/lib/events/input.ts'), 'utf8')).toBe('mine');
  expect(readFileSync(join(root, 'functions/lib/own.ts'), 'utf8')).toBe('own');
  expect(existsSync(join(root, 'functions/lib/field.ts'))).toBe(true);
});

test('a second function from a template finds the shared code in place', () => {
  const root = temporaryFolder();
  create(root, 'errorHook', 'first');
  const library = snapshotOf(join(root, 'functions/lib'));
  expect(create(root, 'errorHook', 'second').stdout).not.toContain('functions/lib');
  expect(snapshotOf(join(root, 'functions/lib'))).toEqual(library);
});

describe('nothing is written, and the reason is told,', () => {
  const also = '; endpoint makes a Custom Endpoint\n';
  const files = { 'functions/greet/index.js': 'mine', 'functions/greet/config.json': { name: 'greet' } };

  test.each([
    [
      'when a function of that name exists',
      ['errorHook', 'greet'],
      'error[already-exists] functions/greet exists already; nothing was written\n' +
        '  at functions/greet\n  → choose another name, or remove that folder first\n',
    ],
    [
      'when one exists whose name differs only in case',
      ['errorHook', 'Greet'],
      'error[already-exists] functions/greet exists already; nothing was written\n' +
        '  at functions/greet\n  → choose another name, or remove that folder first\n',
    ],
    [
      'when there is no such template',
      ['errorHok', 'mine'],
      'error[unknown-template] no template named "errorHok". Did you mean "errorHook"?\n' +
        '  → the templates are ' +
        templates.join(', ') +
        also,
    ],
    [
      'when the template is called by its event',
      ['controllerbot_messaging_conversation_end', 'mine'],
      'error[unknown-template] "controllerbot_messaging_conversation_end" is an event, and no template\n' +
        '  → the template for Messaging Conversation End is conversationEnd\n',
    ],
    [
      'when endpoint is misspelt',
      ['endpont', 'mine', '--function', 'greet'],
      'error[unknown-template] no template named "endpont". Did you mean "endpoint"?\n' +
        '  → the templates are ' +
        templates.join(', ') +
        also,
    ],
    [
      'when the template is a path',
      ['../functions/errorHook', 'mine'],
      'error[unknown-template] no template named "../functions/errorHook".\n' +
        '  → the templates are ' +
        templates.join(', ') +
        also,
    ],
    [
      'when the template is the shared code',
      ['lib', 'mine'],
      'error[unknown-template] no template named "lib".\n' +
        '  → the templates are ' +
        templates.join(', ') +
        also,
    ],
    [
      'when the name is a path',
      ['errorHook', '../mine'],
      'error[bad-function-name] "../mine" cannot name a function: it holds something other than letters, digits and underscores\n' +
        '  → use letters, digits and underscores, such as orderStatus\n',
    ],
    [
      'when the name has a hyphen',
      ['errorHook', 'my-hook'],
      'error[bad-function-name] "my-hook" cannot name a function: it holds something other than letters, digits and underscores\n' +
        '  → use letters, digits and underscores, such as orderStatus\n',
    ],
    [
      'when the name is that of the shared code',
      ['errorHook', 'lib'],
      'error[bad-function-name] "lib" cannot name a function: it is the folder of shared code\n' +
        '  → use letters, digits and underscores, such as orderStatus\n',
    ],
    [
      'when the name would hide the function',
      ['errorHook', '_mine'],
      'error[bad-function-name] "_mine" cannot name a function: it starts with an underscore, as folders do that are no function\n' +
        '  → use letters, digits and underscores, such as orderStatus\n',
    ],
  ])('%s', (_, [template = '', name = ''], stderr) => {
    const root = temporaryFolder(files);
    const before = snapshotOf(root);
    expect(create(root, template, name)).toEqual({ code: 2, stdout: '', stderr });
    expect(snapshotOf(root)).toEqual(before);
  });

  test('when the name is too long', () => {
    const root = temporaryFolder();
    expect(create(root, 'errorHook', 'x'.repeat(51)).code).toBe(2);
    expect(existsSync(join(root, 'functions'))).toBe(false);
  });

  test('when a shared folder’s place is taken by a file half-way, which takes everything back', () => {
    const root = temporaryFolder({ ...files, 'functions/lib': 'a file' });
    const before = snapshotOf(root);
    const { code, stderr } = create(root, 'errorHook', 'mine');
    expect({ code, stderr: stderr.replaceAll(root, '<root>') }).toMatchInlineSnapshot(`
      {
        "code": 2,
        "stderr": "error[cannot-write] functions/lib cannot be written: a file is in the way of a folder
        → nothing was left behind; move that file away, or choose another place
      ",
      }
    `);
    expect(snapshotOf(root)).toEqual(before);
  });
});
