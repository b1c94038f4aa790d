import type { InvocationRecord } from '../../emulator/index.ts';
import { feedTemplates } from './matrix.ts';

const fed = new Map<string, InvocationRecord[]>();

beforeAll(async () => {
  for (const record of await feedTemplates()) {
    const key = `${record.function} × ${record.payload}`;
    fed.set(key, [...(fed.get(key) ?? []), record]);
  }
});

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

/** What must not depend on where a function runs. */
const seen = ({ result, logs, calls }: InvocationRecord) => ({
  result,
  logs: logs.map(({ level, message, extras }) => ({ level, message, extras })),
  calls: calls.map(({ method, url, status, source }) => ({ method, url, status, source })),
});

test('what is answered, logged and called is the same on both engines and on both generations', () => {
  for (const [of, records] of fed) {
    const [first, ...others] = records.map(seen);
    for (const other of others) expect({ of, ...other }).toEqual({ of, ...first });
  }
});
