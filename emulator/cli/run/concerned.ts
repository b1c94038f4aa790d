import type { RunInputs } from './inputs.ts';

/** What each function's part of a run was made of: objects, of which only those that changed are new ones. */
export type Made = ReadonlyMap<string, readonly unknown[]>;

/** What each function's part of a run is made of, by its name. */
export function madeOf({ project, results, fed }: RunInputs): Made {
  const made = new Map<string, readonly unknown[]>();
  for (const { name, findings } of project.broken) made.set(name, [JSON.stringify(findings)]);
  for (const { source, payloads, findings } of fed) {
    const own = results.filter((result) => result.function === source.name);
    made.set(source.name, [project.settings, source, findings, ...own, ...payloads]);
  }
  return made;
}

/** The functions whose part has changed, those that are gone among them. */
export function concernedFunctions(before: Made, after: Made): Set<string> {
  const names = new Set([...before.keys(), ...after.keys()]);
  return new Set([...names].filter((name) => !isSame(before.get(name), after.get(name))));
}

function isSame(one: readonly unknown[] = [], other: readonly unknown[] = []): boolean {
  return one.length === other.length && one.every((part, at) => part === other[at]);
}
