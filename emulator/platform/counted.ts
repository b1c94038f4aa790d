/** A number with its noun: `1 error`, `2 errors`. */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

/** The same, but an empty text for none. */
export function countedIfAny(count: number, noun: string): string {
  return count === 0 ? '' : counted(count, noun);
}
