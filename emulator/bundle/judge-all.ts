import type { Finding } from '../errors.ts';
import type { Generation } from '../platform/generations.ts';
import { type Limits, limitsOf } from '../platform/limits.ts';
import type { FunctionSource } from '../project/function-source.ts';
import type { Bundle, BundleResult } from './bundle.ts';
import { judgeConfig } from './judge-config.ts';
import { judge } from './judge.ts';

/** One function for one generation with all that is to be said about it; without a bundle where none could be made. */
export interface Judgement {
  source: FunctionSource;
  generation: Generation;
  bundle: Bundle | null;
  /** Characters that a bundle may have. */
  limit: number;
  findings: Finding[];
}

/** What the rules say of each result and of its config; `tightened` limits stand in for the platform's own. */
export async function judgeAll(
  functions: readonly FunctionSource[],
  results: readonly BundleResult[],
  tightened: Partial<Limits> = {},
): Promise<Judgement[]> {
  const sources = new Map(functions.map((source) => [source.name, source]));
  return Promise.all(
    results.map((result) =>
      judgeOne(result, sources.get(result.function), limitsOf(result.generation, tightened)),
    ),
  );
}

async function judgeOne(
  { function: name, generation, bundle, findings }: BundleResult,
  source: FunctionSource | undefined,
  limits: Limits,
): Promise<Judgement> {
  if (!source) throw new Error(`a bundle of ${name}, which is no function of the project`);
  const rules = bundle ? await judge(bundle, source, limits) : [];
  return {
    source,
    generation,
    bundle,
    limit: limits.sourceSize,
    findings: [...findings, ...rules, ...judgeConfig(source, generation, limits)],
  };
}
