import { bundleFunctions, Invoker, loadProject, payloadsFor } from '../../emulator/index.ts';
import type { InvocationRecord } from '../../emulator/index.ts';
import { root } from './matrix.ts';

const { functions, settings } = loadProject(root);
const invoker = new Invoker({ root, settings, engine: 'node' });

afterAll(() => invoker.close());

/** What became of each stored payload of a template: the answer, and what changed in the account. */
async function ends(name: string): Promise<string> {
  const source = functions.find((each) => each.name === name);
  if (!source) throw new Error(`no template ${name}`);
  const [result] = await bundleFunctions(root, [source], { generations: ['v2'] });
  if (!result?.bundle) throw new Error(`${name} cannot be bundled`);
  const { payloads } = await payloadsFor(root, source);
  const lines: string[] = [];
  for (const payload of payloads) {
    const record = await invoker.invoke({ bundle: result.bundle, source, payload });
    lines.push(`${payload.name}: ${line(record)}`);
  }
  return `\n${lines.join('\n')}\n`;
}

function line({ outcome, result, services }: InvocationRecord): string {
  const changes = services.map(({ service, operation, target, value }) =>
    [service, operation, target, ...(value === undefined ? [] : [JSON.stringify(value)])].join(' '),
  );
  const answer = outcome === 'ok' ? JSON.stringify(result) : outcome;
  return [answer, ...changes].join('\n    ');
}

test.each([
  'surveyStarted',
  'surveyEnded',
  'conversationalCommand',
  'emailTranscript',
  'scheduled',
  'externalInvocation',
  'conversationBuilder',
  'orchestratorAttribute',
  'orchestratorFunction',
])('%s', async (name) => {
  expect(await ends(name)).toMatchSnapshot();
});
