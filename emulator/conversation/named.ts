import { EmulatorError } from '../errors.ts';
import { didYouMean } from '../platform/suggest.ts';
import type { Script } from './conversation-file.ts';

/**
 * The conversations with `part` in their name; all of them where it is missing. Throws `bad-usage` where none has it, not
 * even as a part: that is a slip of the pen.
 */
export function named(all: readonly Script[], part: string | undefined): Script[] {
  if (part === undefined) return [...all];
  const found = all.filter(({ name }) => name.toLowerCase().includes(part.toLowerCase()));
  if (found.length > 0 || all.length === 0) return found;
  const names = all.map(({ name }) => name);
  throw new EmulatorError({
    code: 'bad-usage',
    message: `no conversation has "${part}" in its name.${didYouMean(part, names)}`,
    hint: 'leave --name out to have all of them, with their names',
  });
}
