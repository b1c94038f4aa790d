import { notWrittenFor } from '../bundle/bundle-one.ts';
import type { CallableFunctions } from '../invoke/callable.ts';
import type { Generation } from '../platform/generations.ts';

/** Throws `bad-usage` where one of the functions is hand-written for another generation than was asked for. */
export async function assertWrittenFor(
  functions: CallableFunctions,
  names: readonly string[],
  asked: Generation | undefined,
): Promise<void> {
  if (asked === undefined) return;
  for (const name of new Set(names)) {
    if ((await functions.generationOf(name, asked)) !== asked) throw notWrittenFor(name, [asked]);
  }
}
