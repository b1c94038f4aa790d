import { isObject, type JsonObject } from './json.ts';
import type { ResponseItem } from './response.ts';

/**
 * One message of a function as an item; `null` for what is none. A pause of no seconds comes back as such although the
 * wire does not allow it. `encodedMetadata` is that of the whole answer, which a message of its own goes before.
 */
export function itemOf(message: unknown, encodedMetadata: unknown): ResponseItem | null {
  const encoded = encodedMetadata === undefined ? {} : { encodedMetadata };
  if (typeof message === 'string') return { type: 'TEXT', data: { message, ...encoded } };
  if (!isObject(message)) return null;
  const kinds = [
    message['structuredContent'] !== undefined,
    message['delay'] !== undefined,
    message['text'] !== undefined || message['messageAudience'] !== undefined,
  ];
  if (kinds.filter(Boolean).length !== 1) return null;
  const [card, pause] = kinds;
  if (card) return cardOf(message, encoded);
  return pause ? pauseOf(message) : privateText(message, encoded);
}

function cardOf(
  { structuredContent, metadata, encodedMetadata: own }: JsonObject,
  encoded: object,
): ResponseItem | null {
  if (!isObject(structuredContent)) return null;
  if (metadata !== undefined && !isObject(metadata) && !Array.isArray(metadata)) return null;
  return {
    type: 'STRUCTURED_CONTENT',
    data: {
      structuredContent,
      ...(metadata !== undefined && { metadata }),
      ...encoded,
      ...(own !== undefined && { encodedMetadata: own }),
    },
  };
}

function pauseOf({ delay, typing }: JsonObject): ResponseItem | null {
  if (typeof delay !== 'number' || !Number.isSafeInteger(delay) || delay < 0) return null;
  if (typing !== undefined && typeof typing !== 'boolean') return null;
  return { type: 'DELAY', data: { seconds: delay, ...(typing !== undefined && { typing }) } };
}

/** Without its audience a text for agents would be shown to the consumer: it is none then. */
function privateText({ text, messageAudience }: JsonObject, encoded: object): ResponseItem | null {
  if (typeof text !== 'string' || messageAudience !== 'AGENTS_AND_MANAGERS') return null;
  return { type: 'TEXT', data: { message: text, messageAudience, ...encoded } };
}
