import type { Declared, Near } from './declared.ts';
import type { RequestParts } from './request-parts.ts';

/** The nearest mock of several lists, in words. */
export function nearestOf(
  sources: readonly { declared: Declared; file?: string }[],
  parts: RequestParts,
): string | undefined {
  const all = sources.flatMap(({ declared, file }) => {
    const near = declared.nearest(parts);
    return near ? { near, file } : [];
  });
  const [first] = all.toSorted((one, other) => one.near.distance - other.near.distance);
  return first && inWords(first.near, first.file);
}

function inWords({ index, name, words }: Near, file: string | undefined): string {
  return `${placeOf(index, file)}, ${name}: ${words}`;
}

/** Where a mock stands; the payload's own need no file. */
export function placeOf(index: number, file: string | undefined): string {
  return file === undefined ? `mocks[${index}]` : `mocks[${index}] of ${file}`;
}
