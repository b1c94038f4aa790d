import { EmulatorError } from '../errors.ts';

/** The value of a flag that counts something, from 1 up. Throws `bad-usage`. */
export function wholeNumber(flag: string, text: string): number {
  const value = Number(text);
  if (Number.isSafeInteger(value) && value >= 1) return value;
  throw new EmulatorError({
    code: 'bad-usage',
    message: `${flag} takes a whole number from 1 up, not "${text}"`,
    hint: `write it like ${flag} 10`,
  });
}
