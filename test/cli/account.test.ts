import { statSync, chmodSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { functionUuid } from '../../emulator/project/function-uuid.ts';
import { snapshotOf, temporaryFolder } from '../temporary.ts';
import { command } from './command.ts';

const rotate = `import { Toolbelt } from 'core-functions-toolbelt';
async function lambda({ payload }) {
  const secrets = Toolbelt.SecretClient();
  if (payload) await secrets.updateSecret({ key: 'token', value: payload });
  const { value } = await secrets.readSecret('token', { useCache: false });
  return typeof value === 'string' ? value.length : Object.keys(value);
}
`;

const settings = `{
  "secrets": [
    { "key": "token", "value": "planted-old-token" },
    { "key": "other",   "value": { "id": 1 } }
  ],
  "whitelist": []
}
`;

function project(payload: unknown, more: Record<string, unknown> = {}): string {
  const config = {
    name: 'rotate',
    event: 'No Event',
    description: 'rotates',
    input: { headers: [], payload },
  };
  return temporaryFolder({
    'functions/rotate/index.js': rotate,
    'functions/rotate/config.json': { ...config, environmentVariables: {} },
    'functions/settings.json': settings,
    ...more,
  });
}

const settingsIn = (root: string) => readFileSync(join(root, 'functions/settings.json'), 'utf8');

test('updates of secrets are written back on request, and nothing else of the file changes', () => {
  const root = project('planted-new-token');
  chmodSync(join(root, 'functions/settings.json'), 0o600);
  const { code, stdout, stderr } = command('lpf-emulator', root, ['invoke', 'rotate', '--write-secrets']);
  expect([code, stdout]).toEqual([0, '17\n']);
  expect(stderr).toContain('written to functions/settings.json: token\n');
  expect(stderr).not.toContain('planted');
  expect(settingsIn(root)).toBe(settings.replace('planted-old-token', 'planted-new-token'));
  expect(statSync(join(root, 'functions/settings.json')).mode % 0o1000).toBe(0o600);
});

test('run writes them back too; without the flag nobody does', () => {
  const root = project({ id: 'planted' });
  const before = snapshotOf(root);
  const { code, stdout } = command('lpf-emulator', root, ['run', '--json']);
  expect(code).toBe(0);
  expect(stdout).not.toContain('planted');
  expect(JSON.parse(stdout)).toMatchObject({
    records: [{ services: [{ service: 'secrets', operation: 'update', target: 'token' }] }],
  });
  expect(snapshotOf(root)).toEqual(before);
  const { stderr } = command('lpf-emulator', root, ['run', '--write-secrets']);
  expect(stderr).toContain('written to functions/settings.json: token');
  expect(settingsIn(root)).toBe(settings.replace('"planted-old-token"', '{"id":"planted"}'));
});

test('a run without updates writes nothing and says nothing', () => {
  const root = project(null);
  const before = snapshotOf(root);
  const { stderr } = command('lpf-emulator', root, ['invoke', 'rotate', '--write-secrets']);
  expect(stderr).not.toContain('written');
  expect(snapshotOf(root)).toEqual(before);
});

test('--write-secrets and --watch exclude each other', () => {
  const { code, stderr } = command('lpf-emulator', project(null), ['run', '--write-secrets', '--watch']);
  expect(code).toBe(2);
  expect(stderr).toContain("option '--write-secrets' cannot be used with option '-w, --watch'");
});

test.each(['run', 'invoke'])('%s stops at an account.yaml that cannot be used', (verb) => {
  const root = project(null, { 'account.yaml': 'secrets:\n  fualt: op-failed\n' });
  const { code, stdout, stderr } = command('lpf-emulator', root, [verb, 'rotate']);
  expect([code, stdout]).toEqual([2, '']);
  expect(stderr).toContain(
    'error[bad-account] account.yaml: secrets.fualt is not a known key\n  at account.yaml:2:3 · secrets.fualt\n  → did you mean "fault"?\n',
  );
});

test('a project’s functions find each other from the command line', () => {
  const call = `async function lambda() {
  const brand = process.env.X_LIVEPERSON_BRAND_ID;
  const response = await fetch('https://local.sentinel.liveperson.net/sentinel/api/account/' + brand + '/app/token?v=2.0', {
    method: 'POST',
    body: new URLSearchParams({ client_id: 'me', client_secret: 'shh', grant_type: 'client_credentials' }),
  });
  const { access_token } = await response.json();
  const url = 'https://local.fninvocations.liveperson.net/api/account/' + brand + '/lambdas/${functionUuid('rotate')}/invoke';
  const headers = { authorization: 'Bearer ' + access_token };
  return (await fetch(url, { method: 'POST', headers, body: '{"payload":"four"}' })).json();
}
`;
  const root = project(null, {
    'functions/call/index.js': call,
    'functions/call/config.json': { name: 'call', description: 'calls', environmentVariables: {} },
    'account.yaml': 'clients: [{ id: me, secret: shh }]\n',
  });
  expect(command('lpf-emulator', root, ['invoke', 'call'])).toMatchObject({ code: 0, stdout: '4\n' });
});

test('a function that is fed from config.json alone gets its backend from account.yaml', () => {
  const root = project(null, {
    'functions/rotate/index.js': `async function lambda() {
  const response = await fetch('https://orders.example.com/orders/7');
  return response.json();
}
`,
    'account.yaml':
      'mocks: [{ method: GET, url: https://orders.example.com/orders/*, body: { state: sent } }]\n',
  });
  const { code, stdout } = command('lpf-emulator', root, ['run']);
  expect([code, stdout]).toEqual([0, expect.stringMatching(/config\.json .*\bok\b/)]);
  expect(stdout).not.toContain('refused');
  const invoked = command('lpf-emulator', root, ['invoke', 'rotate']);
  expect([invoked.code, invoked.stdout]).toEqual([0, '{\n  "state": "sent"\n}\n']);
});
