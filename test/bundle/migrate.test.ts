import { migrateFunctions } from '../../emulator/bundle/migrate/migrate.ts';
import { renderWhere } from '../../emulator/errors.ts';
import { bundleProject, sourceOf } from './bundle-project.ts';

/** The changes of one function, each as `by line:column kind: message`, without that of the handler itself. */
async function changes(code: string, files: Record<string, unknown> = {}): Promise<string[]> {
  const root = bundleProject({ 'f/index.js': code, ...files });
  const [migration] = await migrateFunctions(root, [sourceOf(root, 'f')]);
  if (!migration || migration.findings.length > 0) throw new Error(JSON.stringify(migration));
  return migration.changes
    .filter(({ kind }) => kind !== 'handler')
    .map(({ by, kind, message, where }) => {
      const place = renderWhere(where).replace('functions/f/index.js:', '');
      return `${by} ${place} ${kind}: ${message}`;
    });
}

/** A v1 function around `body`, which stands in line 2. */
const lambda = (body: string): string => `function lambda(input, callback) {\n${body}\n}`;

test.each([
  ['callback(null, 1)', 'callback(null, …) answers'],
  ['callback(undefined, 1)', 'callback(null, …) answers'],
  ['callback()', 'callback() answers with nothing'],
  ['callback(null)', 'callback() answers with nothing'],
  ['callback(new Error("no"), null)', 'callback(…) fails the call'],
  ['callback("no")', 'callback(…) fails the call'],
  ['callback(error, answer)', 'callback(…, …) fails or answers'],
])('%s is a change of its own', async (call, message) => {
  expect(await changes(lambda(`${call};`))).toEqual([`you 2:1 callback: ${message}`]);
});

test('each callback is found, in whatever function it stands, and under any name', async () => {
  const code = `const lambda = async (input, done) => {
  if (!input) return done(new Error('no input'));
  work().then((answer) => done(null, answer), done);
  work().catch(done);
  const other = (done) => done(1);
  hand({ done });
};
function unrelated(done) { done(); }`;
  expect(await changes(code)).toEqual([
    'you 2:22 callback: done(…) fails the call',
    'you 3:27 callback: done(null, …) answers',
    'you 3:47 callback: done is handed on to then()',
    'you 4:16 callback: done is handed on to catch()',
    'you 6:10 callback: done is handed on',
  ]);
});

test('a module is told by what becomes of it', async () => {
  const code = `const { Toolbelt } = require("lp-faas-toolbelt");
const { DateTime } = require('luxon');
const crypto = require("crypto");
const plain = require("plain");
const helper = require("./helper");
const lost = require("./lost");
const fs = require("node:fs");
const get = require("lodash/get");
const jsforce = require("jsforce");
const gone = require("@scope/gone/part");
const some = require(process.env.NAME);
module.exports = { lambda };
${lambda('callback(null, __dirname);')}`;
  const files = { 'f/helper.js': 'exports.a = 1;', 'node_modules/plain/package.json': { name: 'plain' } };
  expect(await changes(code, files)).toEqual([
    'lpf-bundle 1:22 module: require("lp-faas-toolbelt") becomes an import of "core-functions-toolbelt"',
    'lpf-bundle 2:22 module: require("luxon") becomes an import',
    'lpf-bundle 3:16 module: require("crypto") becomes an import',
    'lpf-bundle 4:15 module: require("plain") is inlined, CommonJS or not',
    'lpf-bundle 5:16 module: require("./helper") is inlined: the platform takes one file',
    'you 6:14 module: "./lost" leads to no file',
    'you 7:12 module: "node:fs" is not offered by the platform',
    'you 8:13 module: "lodash/get" is not offered on v2',
    'you 9:17 module: "jsforce" is not offered on v2',
    'you 10:14 module: "@scope/gone/part" is not offered, and not installed',
    'you 11:14 module: a module of a computed name',
    'you 12:1 module: an ES module has no module.exports',
    'you 14:1 callback: callback(null, …) answers',
    'you 14:16 module: an ES module has no __dirname',
  ]);
});

test('a request of HTTPClient is told by its options, wherever they are written', async () => {
  const body = `const http = Toolbelt.HTTPClient();
const options = { uri: 'https://a.example', form: {}, method: 'POST', headers: {}, made: 'up' };
http(options);
Toolbelt.HTTPClient()('https://a.example', { json: true, timeout: 1, body: '{}' });
other({ json: true });`;
  expect(await changes(lambda(body))).toEqual([
    'you 2:14 http-client: Toolbelt.HTTPClient() is not there on v2',
    'you 3:19 http-client: fetch has no option uri',
    'you 3:45 http-client: fetch has no option form',
    'you 3:84 http-client: fetch has no option made',
    'you 5:1 http-client: Toolbelt.HTTPClient() is not there on v2',
    'you 5:46 http-client: fetch has no option json',
    'you 5:58 http-client: fetch has no option timeout',
  ]);
});

test('the clients of the toolbelt are told where they differ', async () => {
  const body = `const lp = Toolbelt.LpClient();
lp('msgHist', '/path', { method: 'GET', json: true, appKeySecretName: 'lp-faas-default-app-key' });
lp('msgHist', '/path');
Toolbelt.ContextServiceClient({ accountId: 'a', apiKey: 'b' });
Toolbelt.SFClient();
Toolbelt.SecretClient().readSecret('a');
Toolbelt.SecretClient().readSecret('b', { useCache: false });
Toolbelt.SDEUtil();`;
  expect(await changes(lambda(body))).toEqual([
    'you 2:12 lp-client: LpClient answers with a Response on v2, not with the parsed body',
    'you 3:41 lp-client: fetch has no option json',
    'you 3:53 lp-client: the secret of appKeySecretName holds an OAuth 1 key of four parts on v1',
    'you 3:71 secret: "lp-faas-default-app-key" is a secret of v1',
    'you 4:1 lp-client: a request without options, which v2 wants',
    'you 5:1 context-service: ContextServiceClient takes the API key alone on v2',
    'you 6:1 salesforce: Toolbelt.SFClient() is deprecated on v2',
    'nobody 7:1 secret: readSecret may be five minutes old on v2',
  ]);
});

test('a function that updates secrets has to read them afresh', async () => {
  const body = `client.readSecret('a').then((secret) => client.updateSecret(secret));`;
  expect(await changes(lambda(body))).toEqual([
    'you 2:1 secret: readSecret may be five minutes old on v2, and this function updates secrets',
  ]);
});

test.each([
  ['process.env.BRAND_ID', ['you 2:1 environment: process.env.BRAND_ID is not set on v2']],
  ["process.env['LAMBDA_UUID']", ['you 2:1 environment: process.env.LAMBDA_UUID is not set on v2']],
  ['const { DC, OWN } = process.env', ['you 2:7 environment: process.env.DC is not set on v2']],
  ['process.env.X_LIVEPERSON_BRAND_ID ?? process.env.BRAND_ID', []],
  ['process.env.OWN', []],
  ['env.BRAND_ID', []],
])('the environment: %s', async (expression, expected) => {
  expect(await changes(lambda(`${expression};`))).toEqual(expected);
});

test('what outlives a call is noted once for each variable', async () => {
  const code = `let count = 0;
const cache = new Map();
const fixed = { a: 1 };
const list = [];
list.push('while it loads');
function lambda(input) {
  count += 1;
  count++;
  cache.set('a', fixed.a);
  list[0] = 'b';
  const own = [];
  own.push(1);
  require('crypto');
}
function shadowed(cache) { cache.clear(); }`;
  expect((await changes(code)).filter((line) => line.includes(' state: '))).toEqual([
    'nobody 7:3 state: "count" outlives the call, in this instance only',
    'nobody 9:3 state: "cache" outlives the call, in this instance only',
    'nobody 10:3 state: "list" outlives the call, in this instance only',
  ]);
});

test('codes and bodies of failed invocations, and console methods', async () => {
  const body = `if (answer.errorCode === 'com.liveperson.faas.handler.custom-failure') console.table(answer.errorMsg);
if (error.code === 'com.liveperson.faas.es.missinglambda') console.log(error.errorCode);
if (error.code === 'com.liveperson.faas.secret.not-found') console.warn('kept');`;
  expect(await changes(lambda(body))).toEqual([
    'nobody 2:5 error-code: a failed invocation is told as "code" on v2, not as "errorCode"',
    'you 2:26 error-code: v2 reports "com.customer.faas.function.threw-error" instead of "com.liveperson.faas.handler.custom-failure"',
    'you 2:72 console: console.table does not exist on the platform: calling it crashes the function',
    'nobody 2:86 error-code: a failed invocation is told as "message" on v2, not as "errorMsg"',
    'you 3:20 error-code: v2 reports "com.liveperson.faas.function.not-found" instead of "com.liveperson.faas.es.missinglambda"',
  ]);
});

test.each([
  ['with (input) { payload; }', "2:1 strict-code: an ES module is strict code: 'with' in strict mode"],
  ['delete input;', '2:1 strict-code: an ES module is strict code: Deleting local variable in strict mode'],
  ['const a = 010;', '2:11 strict-code: an ES module is strict code: Invalid number'],
])('sloppy code: %s', async (body, expected) => {
  expect(await changes(lambda(body))).toEqual([`you ${expected}`]);
});

test('config.json counts too, with its own places', async () => {
  const config = {
    name: 'f',
    event: 'No Event',
    caller: 'scheduled',
    description: 'Answers',
    environmentVariables: [{ key: 'A', value: 'b' }],
  };
  expect(await changes(lambda('return;'), { 'f/config.json': config })).toEqual([
    'lpf-bundle functions/f/config.json:6:27 config: environmentVariables becomes an object of texts',
    'you functions/f/config.json:4:13 schedule: the schedule is no part of a project; on v2 it has a time zone, on v1 it is in UTC',
  ]);
  const placeholder = {
    ...config,
    caller: undefined,
    environmentVariables: [{ key: 'key', value: 'value' }],
  };
  expect(await changes(lambda('return;'), { 'f/config.json': placeholder })).toEqual([]);
});

/** What is said of a source in TypeScript. */
async function said(code: string, files: Record<string, unknown> = {}) {
  const root = bundleProject({ 'f/index.ts': code, ...files });
  const [migration] = await migrateFunctions(root, [sourceOf(root, 'f')]);
  return [...(migration?.changes ?? []), ...(migration?.findings ?? [])].map(
    ({ message, where }) => `${where ? renderWhere(where) : ''} ${message}`,
  );
}

describe('an index.ts', () => {
  test('serves both generations, and is told what v2 lacks, in its own files only', async () => {
    const code = `import { send } from '../lib/send';
import { inside } from 'package';
export async function lambda(): Promise<unknown> {
  return [await send(), inside, process.env['BRAND_ID'] as string];
}`;
    expect(
      await said(code, {
        'lib/send.ts': `import { Toolbelt } from 'lp-faas-toolbelt';
export const send = (): Promise<unknown> => Toolbelt.HTTPClient()('https://a.example', { simple: false });`,
        'node_modules/package/index.js': `exports.inside = process.env.DC;`,
      }),
    ).toEqual([
      'functions/f/index.ts:4:33 process.env.BRAND_ID is not set on v2',
      'functions/lib/send.ts:2:45 Toolbelt.HTTPClient() is not there on v2',
      'functions/lib/send.ts:2:90 fetch has no option simple',
    ]);
  });

  test('that does as v2 does has nothing to migrate', async () => {
    const code = `import { Toolbelt } from 'core-functions-toolbelt';
const cache = new Map<string, unknown>();
export async function lambda(): Promise<unknown> {
  const secret = await Toolbelt.SecretClient().readSecret('a');
  cache.set('a', secret);
  return (await fetch('https://a.example')).json();
}`;
    expect(await said(code)).toEqual([]);
  });

  test('that still has the callback is told so', async () => {
    const code = `export async function lambda(input: unknown, callback: (error: null, answer: unknown) => void) {
  callback(null, input);
}`;
    expect(await said(code)).toEqual([
      'functions/f/index.ts:2:3 callback(null, …) answers',
      'functions/f/index.ts:1:1 lambda takes 2 parameters, but is given the input only',
    ]);
  });
});
