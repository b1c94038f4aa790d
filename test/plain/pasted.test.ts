import { execFile } from 'node:child_process';
import { copyFileSync, readFileSync } from 'node:fs';
import type { Server } from 'node:http';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { bundleFunctions, Invoker, loadProject, type Payload, payloadsFor } from '../../emulator/index.ts';
import type { Generation } from '../../emulator/platform/generations.ts';
import type { FunctionSource } from '../../emulator/project/function-source.ts';
import { command } from '../cli/command.ts';
import { temporaryFolder, writeFiles } from '../temporary.ts';
import { startBackend } from './backend.ts';
import { toolbelts } from './toolbelts.ts';

const root = join(__dirname, '../..');
const { functions, settings } = loadProject(root);
const out = temporaryFolder();
const servers: Server[] = [];

afterAll(() => {
  for (const server of servers) server.close();
});

/** An empty folder with lpf's layout, into which one function is pasted. */
function paste(generation: Generation, name: string, calls: unknown): string {
  const files = ['index.js', 'config.json'].map((file) => `functions/${name}/${file}`);
  const folder = temporaryFolder({
    ...Object.fromEntries(files.map((file) => [file, readFileSync(join(out, generation, file), 'utf8')])),
    ...toolbelts,
  });
  writeFiles(folder, { 'calls.json': calls });
  copyFileSync(join(__dirname, 'call.mjs'), join(folder, 'call.mjs'));
  return folder;
}

/** The variables that hold an address, led to the backend, which learns from the path who was meant. */
function redirected({ config }: FunctionSource, address: string): Record<string, string> {
  const addresses = config.environmentVariables.filter(({ value }) => value.startsWith('https://'));
  return Object.fromEntries(
    addresses.map(({ key, value }) => [key, value.replace('https://', `${address}/`)]),
  );
}

async function plainAnswers(
  generation: Generation,
  source: FunctionSource,
  payloads: Payload[],
): Promise<unknown> {
  const { name } = source;
  const { server, address } = await startBackend(payloads);
  servers.push(server);
  const calls = payloads.map(({ input }, index) => ({
    input: { timestamp: Date.now(), ...input },
    environment: redirected(source, `${address}/${index}`),
  }));
  const folder = paste(generation, name, calls);
  await promisify(execFile)(process.execPath, ['call.mjs', generation, name], { cwd: folder });
  return JSON.parse(readFileSync(join(folder, 'answers.json'), 'utf8'));
}

/** Clients of the account's services: nothing here stands in for those. */
const accountClient = /\.(SDEUtil|ConversationUtil|ContextServiceClient|OrchestratorClient)\(/;
const withAccount = [
  'consumerStepUp',
  'conversationEnd',
  'conversationRouting',
  'orchestratorFunction',
  'surveyEnded',
  'surveyStarted',
];

const all = functions
  .filter(({ name }) => !withAccount.includes(name))
  .flatMap(({ name }) => (['v1', 'v2'] as const).map((generation) => [name, generation] as const));

test('lpf-bundle has nothing to complain about in the templates', () => {
  expect(command('lpf-bundle', root, ['--out', out])).toMatchObject({ code: 0, stderr: '' });
});

test('only templates that use the account are left out', () => {
  const using = functions.filter(({ name }) =>
    accountClient.test(readFileSync(join(out, 'v2', 'functions', name, 'index.js'), 'utf8')),
  );
  expect(using.map(({ name }) => name)).toEqual(withAccount);
});

test.each(all)('%s for %s answers plain Node as it answers the emulator', async (name, generation) => {
  const source = functions.find((each) => each.name === name);
  if (!source) throw new Error(name);
  const [result] = await bundleFunctions(root, [source], { generations: [generation] });
  if (!result?.bundle) throw new Error(JSON.stringify(result));
  const { bundle } = result;
  expect(readFileSync(join(out, generation, 'functions', name, 'index.js'), 'utf8')).toBe(bundle.code);

  const { payloads } = await payloadsFor(root, source);
  const invoker = new Invoker({ settings });
  const records = payloads.map((payload) => invoker.invoke({ bundle, source, payload }));
  const emulated = (await Promise.all(records)).map((record) => record.result ?? null);
  await invoker.close();

  expect(emulated.length).toBeGreaterThan(5);
  expect(await plainAnswers(generation, source, payloads)).toEqual(emulated);
});
