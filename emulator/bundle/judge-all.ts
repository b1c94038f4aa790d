import type { Finding } from '../errors.ts';
import type { Generation } from '../platform/generations.ts';
import type { FunctionSource } from '../project/function-source.ts';
import type { Bundle, BundleResult } from './bundle.ts';
import { judgeConfig } from './judge-config.ts';
import { judge } from './judge.ts';

/** One function for one generation with all that is to be said about it; without a bundle where none could be made. */
export interface Judgement {
  source: FunctionSource;
  generation: Generation;
  bundle: Bundle | null;
  findings: Finding[];
}

/** What the rules say of each result and of its config. With `strict` the strict engine has to load each bundle too. */
export async function judgeAll(
  functions: readonly FunctionSource[],
  results: readonly BundleResult[],
  { strict }: { strict: boolean },
): Promise<Judgement[]> {
  const sources = new Map(functions.map((source) => [source.name, source]));
  const judgements = await Promise.all(
    results.map(async (result) => judgeOne(result, sources.get(result.function))),
  );
  return strict ? addStrict(judgements) : judgements;
}

async function judgeOne(
  { function: name, generation, bundle, findings }: BundleResult,
  source: FunctionSource | undefined,
): Promise<Judgement> {
  if (!source) throw new Error(`a bundle of ${name}, which is no function of the project`);
  const rules = bundle ? await judge(bundle, source) : [];
  return {
    source,
    generation,
    bundle,
    findings: [...findings, ...rules, ...judgeConfig(source, generation)],
  };
}

async function addStrict(judgements: Judgement[]): Promise<Judgement[]> {
  const { strictEngineFindings } = await import('./strict.ts');
  const bundles = judgements.flatMap(({ bundle }) => bundle ?? []);
  const findings = await strictEngineFindings(bundles);
  return judgements.map((judgement) => {
    const finding = judgement.bundle && findings[bundles.indexOf(judgement.bundle)];
    return finding ? { ...judgement, findings: [...judgement.findings, finding] } : judgement;
  });
}
