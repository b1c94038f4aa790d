import { consumerIdentifiers } from '../../platform/consumer-identifiers.ts';
import { isObject, valueAt } from '../document/path.ts';
import { applySet } from './set.ts';

const rawEvent = ['context', 'lpEvent'];

/** A copy of `payload` in which the consumer says `message`, also in the raw event of the messaging or chat API. */
export function withMessage(payload: unknown, message: string): unknown {
  const said = applySet(payload, { path: ['message'], value: message });
  const path = textPath(valueAt(payload, rawEvent));
  return path ? applySet(said, { path: [...rawEvent, ...path], value: message }) : said;
}

/** Where a raw event has the consumer's text; `null` where it has none. The line that opens a chat is the system's. */
function textPath(lpEvent: unknown): string[] | null {
  if (!isObject(lpEvent)) return null;
  if (valueAt(lpEvent, ['event', 'contentType']) === 'text/plain') return ['event', 'message'];
  return lpEvent['@type'] === 'line' && lpEvent['isWelcomeEvent'] !== true ? ['text'] : null;
}

/** The `message` that the connector would send with the raw event of `payload`; `null` where it would send none. */
export function messageOf(payload: unknown): string | null {
  const lpEvent = valueAt(payload, rawEvent);
  if (valueAt(lpEvent, ['event', 'type']) === 'RichContentEvent') return consumerIdentifiers['rich-content'];
  if (valueAt(lpEvent, ['event', 'contentType']) === 'hosted/file') return consumerIdentifiers.file;
  const path = textPath(lpEvent);
  const text = path && valueAt(lpEvent, path);
  return typeof text === 'string' ? text : null;
}
