import { formatPath, type Path } from './path.ts';

/** Deeper than any payload of the platform, and well within what a recursive walk takes. */
const deepest = 200;

/** Why a parsed value cannot be a payload, and where in it. */
export interface NotPlain {
  path: Path;
  message: string;
}

/**
 * What keeps `value` from being plain JSON data of sane depth: YAML can hold numbers that JSON lacks and lists that
 * contain themselves. `null` for a good one. Walks without recursion, so that no depth can overflow the stack.
 */
export function notPlain(value: unknown): NotPlain | null {
  const open: { path: Path; value: unknown }[] = [{ path: [], value }];
  for (let next = open.pop(); next; next = open.pop()) {
    const { path, value: current } = next;
    if (path.length > deepest) {
      const start = formatPath(path.slice(0, 3));
      return { path: [], message: `is nested more than ${deepest} levels deep (at ${start}…)` };
    }
    if (typeof current === 'number' && !Number.isFinite(current)) {
      return { path, message: `holds ${current} at ${formatPath(path)}, a number that JSON cannot carry` };
    }
    if (typeof current !== 'object' || current === null) continue;
    for (const [key, child] of Object.entries(current)) {
      open.push({ path: [...path, Array.isArray(current) ? Number(key) : key], value: child });
    }
  }
  return null;
}
