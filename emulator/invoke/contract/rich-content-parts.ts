import { isObject, type Step } from '../../payload/document/path.ts';
import type { JsonObject } from './value.ts';

/** One place in rich content that should hold an element or a click's action, and what is there. */
export interface Part {
  role: 'element' | 'action';
  value: unknown;
  steps: readonly Step[];
}

/** Every element and action in `value`, parents before children; lists that are none come as one part. */
export function* parts(value: unknown, steps: readonly Step[] = []): Generator<Part> {
  yield { role: 'element', value, steps };
  if (!isObject(value)) return;
  yield* children(value, 'elements', steps);
  yield* children(value, 'replies', steps);
  const { click } = value;
  if (isObject(click) && Array.isArray(click['actions'])) {
    for (const [index, action] of click['actions'].entries()) {
      yield { role: 'action', value: action, steps: [...steps, 'click', 'actions', index] };
    }
  }
}

function* children(object: JsonObject, key: string, steps: readonly Step[]): Generator<Part> {
  const list = object[key];
  if (!Array.isArray(list)) return;
  for (const [index, entry] of list.entries()) yield* parts(entry, [...steps, key, index]);
}
