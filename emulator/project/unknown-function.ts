import { EmulatorError } from '../errors.ts';
import { didYouMean } from '../platform/suggest.ts';

/** The complaint about a function that the project has none of, `names` being those that it has. */
export function unknownFunction(name: string, names: readonly string[]): EmulatorError {
  return new EmulatorError({
    code: 'unknown-function',
    message: `no function named "${name}".${didYouMean(name, names)}`,
    hint: functionsHere(names),
  });
}

/** The functions that could have been meant, as a hint. */
export function functionsHere(names: readonly string[]): string {
  return names.length > 0 ? `the functions here are ${names.join(', ')}` : 'there are no functions here';
}
