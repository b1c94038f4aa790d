import type { PreHook } from '../lib/events';
import { field } from '../lib/field';

/** Where a vendor's bot reads what the brand adds, and how a request for it is told. */
interface Place {
  vendor: string;
  isIn: (request: unknown) => boolean;
  path: readonly string[];
  /** The form in which the vendor takes a text. */
  write?: (text: string) => unknown;
}

const has =
  (...keys: string[]) =>
  (request: unknown): boolean =>
    keys.some((key) => field(request, key) !== undefined);

const places: readonly Place[] = [
  {
    vendor: 'Dialogflow ES',
    isIn: has('queryInput'),
    path: ['queryParams', 'payload', 'fields'],
    write: (stringValue) => ({ kind: 'stringValue', stringValue }),
  },
  { vendor: 'Amazon Lex', isIn: has('inputText'), path: ['sessionAttributes'] },
  { vendor: 'Microsoft Bot Framework', isIn: has('channelData'), path: ['channelData', 'context'] },
  { vendor: 'Custom Integration, IBM Watson', isIn: has('message', 'convId'), path: ['context'] },
];

/** The request with one more field where its vendor's bot finds it; a request of no known vendor stays as it is. */
export function withContextField(request: PreHook.Request, name: string, text: string): PreHook.Request {
  const place = places.find(({ isIn }) => isIn(request));
  if (!place) return request;
  return put(request, [...place.path, name], place.write?.(text) ?? text) as PreHook.Request;
}

/** A copy with `leaf` at the path; as it is where something stands in the way that is no object. */
function put(value: unknown, [key, ...rest]: readonly string[], leaf: unknown): unknown {
  if (key === undefined) return leaf;
  if (value === undefined || value === null) return put({}, [key, ...rest], leaf);
  if (typeof value !== 'object' || Array.isArray(value)) return value;
  return { ...value, [key]: put(field(value, key), rest, leaf) };
}
