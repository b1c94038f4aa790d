import { isChoice } from '../match/text.ts';
import { mismatch } from '../match/value.ts';
import type { Miss } from './miss.ts';

/** What is looked for among other things: a text stands for the one line that such a thing is told in. */
export interface Sort<Thing> {
  check: string;
  line: (thing: Thing) => string;
  /** The part that an object of an expectation is compared with. */
  parts: (thing: Thing) => Record<string, unknown>;
}

/** Whether everything that is wanted is there, each for itself; where nothing is wanted, whether there is nothing. */
export function checkAmong<Thing>(
  { check, line, parts }: Sort<Thing>,
  wanted: readonly unknown[],
  there: readonly Thing[],
): Miss | undefined {
  const actual = there.map(line);
  if (wanted.length === 0)
    return there.length === 0 ? undefined : { check, path: [], expected: ['none'], actual };
  const left = [...there];
  for (const [at, each] of wanted.entries()) {
    const found = left.findIndex((thing) => isMeant(each, line(thing), parts(thing)));
    if (found < 0) return { check, path: [at], expected: [shown(each)], actual };
    left.splice(found, 1);
  }
  return undefined;
}

/** A text, or an object with `oneOf` or `exactly`, is about the line; any other object about the parts. */
function isMeant(wanted: unknown, line: string, parts: Record<string, unknown>): boolean {
  const isText = typeof wanted === 'string' || isChoice(wanted);
  return mismatch(isText ? line : parts, wanted) === undefined;
}

function shown(wanted: unknown): string {
  return typeof wanted === 'string' ? wanted : JSON.stringify(wanted);
}
