import type { Step } from '../../payload/document/path.ts';

/** Finds the way to an object in the order in which the developer wrote it. */
export type StepsOf = (object: object) => readonly Step[] | undefined;

/** Remembers the way to each object in `root`, so that it can still be told after the objects were reordered. */
export function rememberSteps(root: object): StepsOf {
  const steps = new Map<object, readonly Step[]>();
  const queue: [object, readonly Step[]][] = [[root, []]];
  for (const [object, way] of queue) {
    steps.set(object, way);
    for (const [key, value] of Object.entries(object)) {
      const step = Array.isArray(object) ? Number(key) : key;
      if (typeof value === 'object' && value !== null) queue.push([value, [...way, step]]);
    }
  }
  return (object) => steps.get(object);
}

const stepPattern = /\.([A-Za-z_$][\w$]*)|\[(\d+)\]|\['((?:[^'\\]|\\.)*)'\]/g;

/** The steps of a data path as ajv 6 writes it: `.elements[0].click['a b']`. */
export function parseDataPath(path: string): Step[] {
  return [...path.matchAll(stepPattern)].map(
    ([, name, index, quoted]) =>
      name ?? (index === undefined ? (quoted ?? '').replaceAll("\\'", "'") : Number(index)),
  );
}

/** The way that `steps` takes through the reordered `root`, told in the order in which the developer wrote it. */
export function originalSteps(root: object, steps: readonly Step[], stepsOf: StepsOf): Step[] {
  let way: Step[] = [];
  let here: unknown = root;
  for (const step of steps) {
    here = typeof here === 'object' && here !== null ? Reflect.get(here, step) : undefined;
    const known = typeof here === 'object' && here !== null ? stepsOf(here) : undefined;
    way = known === undefined ? [...way, step] : [...known];
  }
  return way;
}
