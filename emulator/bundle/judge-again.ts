import type { FunctionSource } from '../project/function-source.ts';
import type { BundleResult } from './bundle.ts';
import type { Judgement } from './judge-all.ts';

/**
 * Judges results again and again, each only when it, or the function that it comes from, is not the same object as
 * before.
 */
export class Judge {
  readonly #judge: (functions: readonly FunctionSource[], results: BundleResult[]) => Promise<Judgement[]>;
  #known = new Map<BundleResult, Judgement>();

  constructor(
    judge: (functions: readonly FunctionSource[], results: BundleResult[]) => Promise<Judgement[]>,
  ) {
    this.#judge = judge;
  }

  /** What is to be said of each of `results`, in their order. */
  async judge(functions: readonly FunctionSource[], results: readonly BundleResult[]): Promise<Judgement[]> {
    const sources = new Set(functions);
    const fresh = results.filter((result) => {
      const known = this.#known.get(result);
      return !known || !sources.has(known.source);
    });
    const judged = fresh.length > 0 ? await this.#judge(functions, fresh) : [];
    const latest = new Map([...this.#known, ...fresh.map((result, at) => [result, judged[at]] as const)]);
    const all = results.flatMap((result) => {
      const judgement = latest.get(result);
      return judgement ? [[result, judgement] as const] : [];
    });
    this.#known = new Map(all);
    return all.map(([, judgement]) => judgement);
  }
}
