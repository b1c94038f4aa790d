import type { Input, PreHook } from '../lib/events';
import { mapTexts } from '../lib/map-texts';
import { withContextField } from './context-field';
import { mask, type Kind } from './mask';

/**
 * Where a request holds what the consumer wrote: the vendors' own keys, and those of the raw event, which goes to the
 * vendor too. Engagement attributes are left alone; a bot that must not have them should not collect them.
 */
const spoken = new Set(['message', 'text', 'inputText', 'caption', 'lastConsumerMessage']);

/** What Lex gets as its context is JSON text, with texts of its own. */
const lexContext = 'BC-LP-CONTEXT';

/** What the vendor's bot reads: which kinds of data were taken out of the message, such as `card,phone`. */
const fieldName = 'maskedData';

/** Takes card numbers, e-mail addresses and phone numbers out of the request before the vendor gets it. */
export async function lambda(input: Input<PreHook.Request>): Promise<PreHook.Response> {
  const request = input.payload;
  if (typeof request !== 'object' || request === null) return request;
  const kinds = new Set<Kind>();
  const found = (kind: Kind): void => void kinds.add(kind);
  const masked = mapTexts(request, new Set([...spoken, lexContext]), (text, key) =>
    key === lexContext ? maskedJson(text, found) : mask(text, found),
  );
  const names = [...kinds].toSorted();
  if (names.length > 0) console.info('masked data of the consumer', { kinds: names });
  return withContextField(masked, fieldName, names.join());
}

function maskedJson(text: string, found: (kind: Kind) => void): string {
  try {
    return JSON.stringify(mapTexts(JSON.parse(text), spoken, (inner) => mask(inner, found)));
  } catch {
    return mask(text, found);
  }
}
