import { counted } from '../platform/counted.ts';

export { counted };

/** The same as `counted`, but an empty text for none. */
export function countedIfAny(count: number, noun: string): string {
  return count === 0 ? '' : counted(count, noun);
}
