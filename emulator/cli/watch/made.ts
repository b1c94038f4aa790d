/** What each function's part of a round is made of, by the function's name: objects, of which only new ones have changed. */
export type Made = ReadonlyMap<string, readonly unknown[]>;

/** The functions whose part has changed, those that are gone among them. */
export function concernedFunctions(before: Made, after: Made): Set<string> {
  const names = new Set([...before.keys(), ...after.keys()]);
  return new Set([...names].filter((name) => !isSame(before.get(name), after.get(name))));
}

function isSame(one: readonly unknown[] = [], other: readonly unknown[] = []): boolean {
  return one.length === other.length && one.every((part, at) => part === other[at]);
}
