import { EmulatorError } from '../errors.ts';
import { type Generation, generations } from '../platform/generations.ts';
import type { FunctionSource } from '../project/function-source.ts';
import { bundleFunctions } from './build.ts';
import type { Bundle, BundleResult } from './bundle.ts';

/**
 * Bundles one function of the project at `root` for `generation`; where none is given, for v2, or as a hand-written file
 * is. Throws the reason why it cannot be.
 */
export async function bundleOne(
  root: string,
  source: FunctionSource,
  generation?: Generation,
): Promise<Bundle> {
  const wanted = generationsFor(source, generation);
  return chooseBundle(source, wanted, await bundleFunctions(root, [source], { generations: wanted }));
}

/** Today's generation where nothing else is asked for; a hand-written file has its own. */
export function generationsFor(
  { entry }: FunctionSource,
  asked: Generation | undefined,
): readonly Generation[] {
  if (asked) return [asked];
  return entry.endsWith('.ts') ? ['v2'] : generations;
}

/** The bundle that is called, of those that were made. Throws the reason why there is none. */
export function chooseBundle(
  { name }: FunctionSource,
  wanted: readonly Generation[],
  results: readonly BundleResult[],
): Bundle {
  const bundle = results.findLast((result) => result.bundle)?.bundle;
  if (bundle) return bundle;
  const reason = results.flatMap(({ findings }) => findings)[0];
  throw reason ? new EmulatorError(reason) : notWrittenFor(name, wanted);
}

/** What is said of a hand-written function that is of none of the generations that were asked for. */
export function notWrittenFor(name: string, wanted: readonly Generation[]): EmulatorError {
  return new EmulatorError({
    // A file of neither generation falls short by itself; one of the other was asked for what it is not.
    code: wanted.length === 1 ? 'bad-usage' : 'wrong-lambda',
    message: `${name} is not written for ${wanted.join(' or ')}`,
    hint: 'leave --generation out to run a hand-written function on its own generation',
  });
}
