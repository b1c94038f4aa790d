import { formatPath, type Path, valueAt } from '../../payload/document/path.ts';
import { type Difference, firstDifference, isScalar } from '../../payload/mock/subset.ts';
import { fitsText, isChoice } from './text.ts';

/**
 * The first place where `value` lacks what `wanted` says, `undefined` where there is none. Text is matched as a
 * consumer's text is, objects may have more keys, lists must have as many entries.
 */
export function mismatch(value: unknown, wanted: unknown, path: Path = []): Difference | undefined {
  return firstDifference(value, wanted, fitsMatcher, path);
}

/** The same for places named by their paths, such as `elements[0].text`: each that is not as wanted. */
export function mismatchesAt(
  value: unknown,
  wanted: Readonly<Record<string, unknown>>,
): (Difference & { at: string })[] {
  return Object.keys(wanted).flatMap((at) => {
    const path = parsePath(at);
    const found = mismatch(valueAt(value, path), wanted[at], path);
    return found ? [{ ...found, at }] : [];
  });
}

/** `elements[0].text` as keys and indices. */
function parsePath(text: string): Path {
  return [...text.matchAll(/\[(\d+)\]|\["((?:[^"\\]|\\.)*)"\]|[^.[\]]+/g)].map(([key, index, quoted]) =>
    index !== undefined ? Number(index) : quoted !== undefined ? String(JSON.parse(`"${quoted}"`)) : key,
  );
}

/** Whether a text is a path as `parsePath` reads it. */
export function isPath(text: string): boolean {
  return text !== '' && formatPath(parsePath(text)) === text;
}

function fitsMatcher(value: unknown, wanted: unknown): boolean | undefined {
  if (typeof wanted !== 'string' && !isChoice(wanted)) return undefined;
  return isScalar(value) && fitsText(wanted, String(value));
}
