import { isObject } from '../../payload/document/path.ts';

/** A place in a snapshot with its turn named as everywhere else: `turn 1, consumer says “hi”, bot[1].says`. */
export function placeIn(snapshot: unknown, path: string): string {
  const { digits, rest = '' } = /^\[(?<digits>\d+)\]\.?(?<rest>.*)$/s.exec(path)?.groups ?? {};
  if (digits === undefined) return path;
  const index = Number(digits);
  const name = `turn ${index + 1}`;
  // What the consumer did is what differs there, or a part of it.
  if (rest === '' || rest === 'turn') return name;
  return [name, ...wordsOf(snapshot, index), rest].join(', ');
}

function wordsOf(snapshot: unknown, index: number): string[] {
  const turn: unknown = Array.isArray(snapshot) ? snapshot[index] : undefined;
  return isObject(turn) && typeof turn['turn'] === 'string' ? [turn['turn']] : [];
}
