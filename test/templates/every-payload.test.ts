import type { InvocationRecord } from '../../emulator/index.ts';
import { generations } from '../../emulator/platform/generations.ts';
import { feedTemplates } from './matrix.ts';

const fed = new Map<string, InvocationRecord[]>();

beforeAll(async () => {
  for (const record of await feedTemplates()) {
    const key = `${record.function} × ${record.payload}`;
    fed.set(key, [...(fed.get(key) ?? []), record]);
  }
}, 180_000);

test('every template is fed the input of its config.json and at least three stored payloads', () => {
  const names = [...fed.keys()].map((key) => key.split(' × ')[0] ?? '');
  const templates = [...new Set(names)];
  expect(templates.length).toBeGreaterThan(2);
  expect(templates.filter((name) => !fed.has(`${name} × config.json`))).toEqual([]);
  expect(templates.filter((name) => names.filter((each) => each === name).length < 4)).toEqual([]);
});

test('every payload is fed to both generations on both engines', () => {
  for (const [of, records] of fed) {
    const combinations = records.map(({ generation, engine }) => `${generation} ${engine}`);
    expect({ of, combinations }).toEqual({ of, combinations: ['v1 node', 'v2 node', 'v1 vm2', 'v2 vm2'] });
  }
});

test('every invocation is good, within the budget, and without a warning', () => {
  const complaints = [...fed].flatMap(([of, records]) =>
    records
      .filter(({ outcome, verdict }) => outcome !== 'ok' || !verdict.pass || verdict.findings.length > 0)
      .map(({ generation, engine, outcome, error, verdict }) => ({
        on: `${of} on ${generation} ${engine}`,
        outcome,
        error,
        findings: verdict.findings,
      })),
  );
  expect(complaints).toEqual([]);
});

/** What must not depend on where a function runs. How often a toolbelt logs in to a service does: that is kept. */
const seen = ({ result, logs, calls }: InvocationRecord) => ({
  result,
  logs: logs.map(({ level, message, extras }) => ({ level, message, extras })),
  calls: calls
    .filter(({ source }) => source !== 'service')
    .map(({ method, url, status, source }) => ({ method, url, status, source })),
});

/** What must not depend on the generation: the errors of v1's clients carry no codes. */
const withoutCodes = (record: InvocationRecord): object =>
  JSON.parse(JSON.stringify(seen(record), (key, value: unknown) => (key === 'code' ? '' : value))) as object;

test('what is answered, logged and asked of other hosts is the same on both engines', () => {
  for (const [of, records] of fed) {
    for (const generation of generations) {
      const [first, ...others] = records.filter((record) => record.generation === generation).map(seen);
      for (const other of others) expect({ of, ...other }).toEqual({ of, ...first });
    }
  }
});

test('and on both generations', () => {
  for (const [of, records] of fed) {
    const [first, ...others] = records.map(withoutCodes);
    for (const other of others) expect({ of, ...other }).toEqual({ of, ...first });
  }
});

/** What each run with that payload changed in the account. */
const written = (of: string): unknown[] =>
  (fed.get(of) ?? []).map(({ services }) =>
    services.map(({ service, target, value }) => [service, target, value]),
  );

test('what the templates write to the account is there, on both generations', () => {
  const session = 'custom/11111111-2222-4333-8444-555555555555';
  const routes = [
    ['routedFrom', '1000000021'],
    ['routedTo', '1000000022'],
    ['routedAt', '2023-02-01T10:29:36.714Z'],
    ['routedBy', 'ASSIGNED_AGENT'],
    ['routedInOffHours', false],
    ['routedTtr', 'NORMAL'],
  ].map(([name, value]) => ['mavenContext', `${session}/${name}`, value]);
  expect(written('conversationRouting × transferred')).toEqual([routes, routes, routes, routes]);
  const attribute = { type: 'ctmrinfo', info: { customerId: 'customer-1000000042' } };
  const visit = [['smt', 'VISITOR0000000000000001/SESSION000000000000001', attribute]];
  expect(written('consumerStepUp × stepped-up')).toEqual([visit, visit, visit, visit]);
});
