import { join } from 'node:path';
import { config } from '../bundle/bundle-project.ts';
import { lpfProject } from '../lpf-projects/project.ts';
import { snapshotOf, temporaryFolder, writeFiles } from '../temporary.ts';
import { command } from './command.ts';

const lpfBundle = (cwd: string, ...args: string[]) => command('lpf-bundle', cwd, args, { env: {} });

const migrate = (cwd: string, ...args: string[]) => lpfBundle(cwd, 'migrate', '--check', ...args);

/** A project with functions by name: the code of an index.js, or of an index.ts where it exports something. */
function project(functions: Record<string, string>, more: Record<string, unknown> = {}): string {
  const files = Object.entries(functions).flatMap(([name, code]) => [
    [`functions/${name}/${code.includes('export ') ? 'index.ts' : 'index.js'}`, code],
    [`functions/${name}/config.json`, config(name)],
  ]);
  return temporaryFolder({ ...Object.fromEntries(files), ...more });
}

const v2 = 'import "luxon";\nasync function lambda(input) {\n  return 1;\n}';
const both = 'export async function lambda(): Promise<number> {\n  return 1;\n}';

test('a project of lpf is told what to change, function by function, and stays as it is', () => {
  const root = lpfProject();
  const before = snapshotOf(root);
  expect(migrate(join(root, 'functions/orderStatus'))).toMatchInlineSnapshot(`
    {
      "code": 1,
      "stderr": "",
      "stdout": "greeter  nothing to migrate: functions/greeter/index.js is written for v2

    orderStatus
      made   functions/orderStatus/index.js:1:22      module       require("lp-faas-toolbelt") becomes an import of "core-functions-toolbelt"
      yours  functions/orderStatus/index.js:3:1       handler      lambda(input, callback) becomes an exported function of the input that returns its answer
             → write it in index.ts as: export async function lambda(input) { … }
      yours  functions/orderStatus/index.js:5:22      http-client  Toolbelt.HTTPClient() is not there on v2
             → use fetch, which lpf-bundle turns back into HTTPClient for v1; it fails for no status, so check response.ok
      note   functions/orderStatus/index.js:7:3       secret       readSecret may be five minutes old on v2
             → a secret that rotates is read with readSecret(key, { useCache: false })
      yours  functions/orderStatus/index.js:13:9      http-client  fetch has no option simple
             → leave it out: fetch never fails for a status
      yours  functions/orderStatus/index.js:14:9      http-client  fetch has no option json
             → await response.json(); for a body write body: JSON.stringify(…) and the header content-type: application/json
      yours  functions/orderStatus/index.js:15:9      http-client  fetch has no option resolveWithFullResponse
             → leave it out: read response.status and response.headers, await response.text()
      yours  functions/orderStatus/index.js:18:37     callback     callback(null, …) answers
             → return the answer here, and have lambda return or await the promise that this is part of; in a listener, settle a promise that lambda awaits
      yours  functions/orderStatus/index.js:19:23     callback     callback(…) fails the call
             → throw the error here, and have lambda return or await the promise that this is part of; in a listener, settle a promise that lambda awaits
      made   functions/orderStatus/config.json:16:27  config       environmentVariables becomes an object of texts
      9 changes: 2 made by lpf-bundle, 7 yours; 1 note

    sessionToken  nothing to migrate: functions/sessionToken/index.js is written for v2

    signature
      made   functions/signature/index.js:1:16   module    require("crypto") becomes an import
      made   functions/signature/index.js:2:15   module    require("https") becomes an import
      yours  functions/signature/index.js:13:1   handler   lambda(input, callback) becomes an exported function of the input that returns its answer
             → write it in index.ts as: export async function lambda(input) { … }
      note   functions/signature/index.js:16:29  state     "cache" outlives the call, in this instance only
             → fine as a cache; v2 serves one request at a time and has more instances, each with its own
      yours  functions/signature/index.js:18:5   callback  callback(null, …) answers
             → return the answer
      yours  functions/signature/index.js:21:5   callback  callback(…) fails the call
             → throw the error
      5 changes: 2 made by lpf-bundle, 3 yours; 1 note

    functions/settings.json
      made   functions/settings.json:15:16  settings  v2 has no allowlist of domains: whitelist is left out
      1 change: 1 made by lpf-bundle, 0 yours

    15 changes: 5 made by lpf-bundle, 10 yours; 2 notes, in 4 functions
    made   by lpf-bundle, once the function is an index.ts that exports lambda(input) and returns its answer:
           from that it writes v1 and v2. An index.js it takes as it is, for the generation it is written for
    yours  to be changed by hand on the way there
    note   nothing to change, but v2 behaves differently
    ",
    }
  `);
  expect(snapshotOf(root)).toEqual(before);
});

test('--json is the same in JSON, and nothing else', () => {
  const { code, stdout, stderr } = migrate(lpfProject(), 'signature', 'greeter', '--json');
  expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
  const { functions, ...rest } = JSON.parse(stdout);
  expect(rest).toEqual({
    ready: false,
    totals: { changes: 6, made: 3, yours: 3, notes: 1 },
    settings: [
      {
        kind: 'settings',
        by: 'lpf-bundle',
        message: 'v2 has no allowlist of domains: whitelist is left out',
        hint: '',
        where: { file: 'functions/settings.json', line: 15, column: 16 },
      },
    ],
  });
  const [greeter, signature] = functions;
  expect(greeter).toEqual({
    function: 'greeter',
    generation: 'v2',
    file: 'functions/greeter/index.js',
    changes: [],
    looked: true,
    findings: [],
    totals: { changes: 0, made: 0, yours: 0, notes: 0 },
  });
  expect(signature).toMatchObject({ function: 'signature', generation: 'v1', findings: [] });
  expect(signature.changes).toHaveLength(6);
  expect(signature.changes[0]).toEqual({
    kind: 'module',
    by: 'lpf-bundle',
    message: 'require("crypto") becomes an import',
    hint: '',
    where: { file: 'functions/signature/index.js', line: 1, column: 16 },
  });
});

test('where nothing is left to do it says so and is content', () => {
  expect(migrate(project({ mine: v2, theirs: both }))).toEqual({
    code: 0,
    stderr: '',
    stdout: `mine  nothing to migrate: functions/mine/index.js is written for v2

theirs  nothing to migrate: functions/theirs/index.ts serves both generations

0 changes: 0 made by lpf-bundle, 0 yours, in 2 functions
`,
  });
});

test('the templates that come with the package have nothing to migrate', () => {
  const { code, stdout } = migrate(join(__dirname, '../..'), '--json');
  const { functions, totals } = JSON.parse(stdout);
  expect([code, totals]).toEqual([0, { changes: 0, made: 0, yours: 0, notes: 0 }]);
  expect(functions.length).toBeGreaterThan(2);
});

const old = `const { Toolbelt } = require("lp-faas-toolbelt");
const { DateTime } = require("luxon");
const { double } = require("./double");

function lambda(input, callback) {
  Toolbelt.SecretClient()
    .readSecret("key")
    .then(({ value }) => callback(null, [value.length, DateTime.fromMillis(0).toUTC().year, double(input.payload.n)]))
    .catch(callback);
}
`;

/** The same once the user has done what is theirs, and nothing of what is lpf-bundle's. */
const moved = `const { Toolbelt } = require("lp-faas-toolbelt");
const { DateTime } = require("luxon");
const { double } = require("./double");

export async function lambda(input) {
  const { value } = await Toolbelt.SecretClient().readSecret("key");
  return [value.length, DateTime.fromMillis(0).toUTC().year, double(input.payload.n)];
}
`;

test('what lpf-bundle is said to make, it makes', () => {
  const more = {
    'functions/old/double.js': 'exports.double = (n) => 2 * n;',
    'functions/settings.json': { secrets: [{ key: 'key', value: 'synthetic' }], whitelist: ['a.example'] },
    'functions/old/config.json': config('old', {
      input: { headers: [], payload: { n: 21 } },
      environmentVariables: [{ key: 'A', value: 'b' }],
    }),
  };
  const before = JSON.parse(migrate(project({ old }, more), '--json').stdout);
  expect(before.totals).toEqual({ changes: 8, made: 5, yours: 3, notes: 1 });

  const root = project({ old: moved }, more);
  expect(migrate(root)).toMatchObject({ code: 0, stderr: '' });
  expect(lpfBundle(root).code).toBe(0);
  for (const generation of ['v1', 'v2']) {
    const { stdout } = command('lpf-emulator', root, ['invoke', 'old', '--generation', generation]);
    expect(JSON.parse(stdout)).toEqual([9, 1970, 42]);
  }
  const dist = snapshotOf(join(root, 'dist/v2/functions'));
  expect(dist['old/index.js']).not.toMatch(/lp-faas-toolbelt|\.\/double"\)/);
  expect(JSON.parse(dist['old/config.json'] ?? '').environmentVariables).toEqual({ A: 'b' });
  expect(JSON.parse(dist['settings.json'] ?? '')).toEqual({ secrets: [] });
});

test('secrets of OAuth 1 are named and never shown', () => {
  const oauth = {
    consumerKey: 'planted',
    consumerSecret: 'planted',
    token: 'planted',
    tokenSecret: 'planted',
  };
  const settings = {
    secrets: [
      { key: 'mine', value: oauth },
      { key: 'lp-faas-default-app-key', value: oauth },
      { key: 'plain', value: 'planted' },
    ],
  };
  const root = project({ old: 'function lambda(input, callback) { callback(); }' });
  writeFiles(root, { 'functions/settings.json': settings });
  const { code, stdout } = migrate(root);
  expect(code).toBe(1);
  expect(stdout).not.toContain('planted');
  expect(stdout.split('\n\n')[1]).toMatchInlineSnapshot(`
    "functions/settings.json
      yours  functions/settings.json:3:5   settings  the secret "mine" holds an OAuth 1 key of four parts
             → LpClient of v2 wants { client_id, client_secret }
      yours  functions/settings.json:12:5  settings  "lp-faas-default-app-key" is a secret of v1
             → v2 provides LIVEPERSON_DEFAULT_APP_KEY itself
      2 changes: 0 made by lpf-bundle, 2 yours"
  `);
});

test('a function that cannot be read is told why, and holds nobody up', () => {
  const root = project({
    broken: 'function lambda(input, callback) {\n  callback(null, 1;\n}',
    empty: '// nothing\n',
    nameless: 'const lambdas = require("luxon");\nexports.lambda = () => 1;',
    odd: 'function lambda(input, callback) { callback(); }',
    typed: 'export const lambda = async ( => 1;',
    well: v2,
  });
  writeFiles(root, { 'functions/odd/config.json': '{ "name": "odd", }' });
  const { code, stdout, stderr } = migrate(root);
  expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
  expect(stdout).toMatchInlineSnapshot(`
    "broken
      ✗ syntax-error  Unexpected token
        at functions/broken/index.js:2:19
        → correct the source at this place

    empty
      ✗ empty-file  functions/empty/index.js holds no code
        at functions/empty/index.js:1:1
        → write a handler: function lambda

    nameless
      ✗ no-lambda  functions/nameless/index.js has no function named lambda
        at functions/nameless/index.js:1:1
        → the platform looks for the handler by the name lambda: function lambda

    odd
      ✗ bad-config  config.json is not JSON: Expected double-quoted property name
        at functions/odd/config.json:1:18
        → config.json needs "name" (the folder's) and "description", and may have "event", "input" and "environmentVariables"

    typed
      ✗ syntax-error  Unexpected "=>"
        at functions/typed/index.ts:1:31
        → correct the source at this place

    well  nothing to migrate: functions/well/index.js is written for v2

    0 changes: 0 made by lpf-bundle, 0 yours, in 1 function; 5 functions not looked at
    "
  `);
});

test.each([
  [['migrate'], 2, 'error[bad-usage] migrate changes nothing; it only checks'],
  [
    ['migrate', '--check', 'order'],
    2,
    'error[unknown-function] no function named "order". Did you mean "older"?',
  ],
  [['migrate', '--check', '../older'], 2, 'error[bad-function-name]'],
  [['migrate', '--chekc'], 2, 'Did you mean --check?'],
  [['migrate', '--check', '-g', 'v2'], 2, "unknown option '-g'"],
])('lpf-bundle %j ends with %i: %s', (args, code, said) => {
  const ended = lpfBundle(project({ older: v2 }), ...args);
  expect(ended).toMatchObject({ code, stdout: '' });
  expect(ended.stderr).toContain(said);
});

test('outside of any project it says how to start one', () => {
  const { code, stdout, stderr } = migrate(temporaryFolder());
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toContain('error[no-project]');
});

test('a function named migrate can be bundled, and checked as well', () => {
  const root = project({ migrate: both });
  expect(lpfBundle(root, 'migrate').stderr).toContain('is bundled by: lpf-bundle -- migrate');
  expect(lpfBundle(root, '--', 'migrate').code).toBe(0);
  expect(Object.keys(snapshotOf(join(root, 'dist/v2/functions')))).toContain('migrate/index.js');
  expect(migrate(root, 'migrate').code).toBe(0);
});
