import { positiveNumber } from '../positive-number';

/** The last moment that a Date can hold. */
const last = 8.64e15;

/** Milliseconds since 1970, also from their text; null where they are no moment after 1970. */
export function timestamp(value: unknown): number | null {
  const at = positiveNumber(value);
  return at !== null && at <= last ? at : null;
}
