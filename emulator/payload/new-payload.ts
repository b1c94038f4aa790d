import { isDeepStrictEqual } from 'node:util';
import { EmulatorError } from '../errors.ts';
import { eventById, events } from '../platform/events.ts';
import { didYouMean } from '../platform/suggest.ts';
import { assigned } from './assigned.ts';
import { compose } from './compose/compose.ts';
import type { PayloadDocument } from './document/payload-document.ts';
import { fragmentsOf } from './compose/fragments.ts';
import { child } from './document/path.ts';
import { applySet, type Assignment, parseSet } from './compose/set.ts';
import { starterDocument } from './starter.ts';

/** A payload file to start from, before it is written as text. */
export interface NewPayload {
  source: string;
  inferred: string | null;
  payload: unknown;
}

/**
 * A payload file for `event` with each `path=value` of `set` in it: the most usual one that comes with this package,
 * written by reference where that says the same. Throws `unknown-event`, `bad-usage`, and `bad-payload` where the result
 * would not fit the event.
 */
export async function newPayload(root: string, event: string, set: readonly string[]): Promise<NewPayload> {
  if (!eventById(event)) throw unknownEvent(event);
  const assignments = set.map(parseSet);
  const fragments = fragmentsOf(root);
  const starter = await starterDocument(root, event);
  if (!starter) throw new Error(`no payload to start from comes with this package for ${event}`);
  const whole = await compose(starter, ['payload'], fragments);
  const wanted = await assigned({ file: 'the new payload', event, payload: whole.value }, assignments);
  const short = setShort(starter, assignments);
  const said = short === null ? null : await compose(withPayload(starter, short), ['payload'], fragments);
  return {
    source: String(child(starter.value, 'source')),
    inferred: (child(starter.value, 'inferred') as string | null | undefined) ?? null,
    payload: said && isDeepStrictEqual(said.value, wanted) ? short : wanted,
  };
}

function withPayload(document: PayloadDocument, payload: unknown): PayloadDocument {
  return { ...document, value: { payload } };
}

/** The payload with references left in it; `null` where a value cannot be set beside them. */
function setShort({ value }: PayloadDocument, assignments: readonly Assignment[]): unknown {
  try {
    return assignments.reduce<unknown>(applySet, child(value, 'payload'));
  } catch {
    return null;
  }
}

function unknownEvent(event: string): EmulatorError {
  const ids = events.map(({ id }) => id);
  return new EmulatorError({
    code: 'unknown-event',
    message: `no event has the id "${event}".${didYouMean(event, ids)}`,
    hint: `the events are ${ids.join(', ')}`,
  });
}
