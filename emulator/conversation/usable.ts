import { type ConnectorFile, knownIn, loadConnectorFile } from '../connector/settings/connector-file.ts';
import type { Finding } from '../errors.ts';
import type { CallableFunctions } from '../invoke/callable.ts';
import type { Generation } from '../platform/generations.ts';
import type { Script } from './conversation-file.ts';
import { botNames, hookNames } from './functions-in.ts';
import type { BrokenFile, SkippedConversation } from './result.ts';
import { skippedFor } from './skipped.ts';
import type { StageOptions } from './stage.ts';

/** A conversation on one of the generations that it is played on. */
export interface Job {
  script: Script;
  generation: Generation;
}

/** What is played, what is not, and the functions that are the reason. */
export interface Usable {
  playable: Job[];
  skipped: SkippedConversation[];
  broken: BrokenFile[];
}

/**
 * Sets aside the conversations whose functions cannot be built: all that came of them would come of that, and one that
 * expects an error could even pass. Throws as `loadConnectorFile` does.
 */
export async function sortUsable(
  jobs: readonly Job[],
  { root, functions, botSource }: Pick<StageOptions, 'root' | 'functions' | 'botSource'>,
): Promise<Usable> {
  const file = await loadConnectorFile(root, knownIn(functions));
  const faults = await Promise.all(
    jobs.map(({ script, generation }) =>
      firstUnusable(namesIn(script, file, botSource !== undefined), functions, generation),
    ),
  );
  const broken = new Map<string, BrokenFile>();
  const skipped = new Map<Script, SkippedConversation>();
  for (const [at, { script }] of jobs.entries()) {
    const fault = faults[at];
    if (!fault) continue;
    note(broken, fault);
    skipped.set(script, await skippedFor(script, `the function ${fault.name} cannot be used`));
  }
  return {
    playable: jobs.filter((_, at) => !faults[at]),
    skipped: [...skipped.values()],
    broken: [...broken.values()],
  };
}

/** A function that cannot be called, and why. */
interface Unusable {
  name: string;
  findings: readonly Finding[];
}

async function firstUnusable(
  names: readonly string[],
  functions: CallableFunctions,
  generation: Generation,
): Promise<Unusable | undefined> {
  for (const name of names) {
    const found = await functions.named(name, generation);
    if (found && 'findings' in found) return { name, findings: found.findings };
  }
  return undefined;
}

/** The same finding of two generations is told once. */
function note(broken: Map<string, BrokenFile>, { name, findings }: Unusable): void {
  const own = broken.get(name) ?? { file: `functions/${name}`, findings: [] };
  const told = new Set(own.findings.map((finding) => JSON.stringify(finding)));
  own.findings.push(...findings.filter((finding) => !told.has(JSON.stringify(finding))));
  broken.set(name, own);
}

/** The functions of the project that a conversation names, bots that run elsewhere aside. */
function namesIn(script: Script, file: ConnectorFile, elsewhere: boolean): string[] {
  return [
    ...(elsewhere || isMeant(script) ? [] : botNames(script)),
    ...hookNames(script, file),
    ...script.turns.flatMap(({ invokes }) => (invokes ? [invokes.function] : [])),
  ];
}

/** Only a bot that cannot be called leads to this error, so that whoever names it is about just that. */
function isMeant({ turns }: Pick<Script, 'turns'>): boolean {
  return turns.some(({ expect: { error, escalated } = {} }) =>
    JSON.stringify([error, escalated]).includes('failed-faas-request'),
  );
}
