import type { Finding } from '../../errors.ts';
import { doubtful, refused } from './finding.ts';
import { judgeMetadata } from './metadata.ts';
import { judgeDelay, judgePrivateText } from './plain-messages.ts';
import type { MessageContext } from './contract.ts';
import { misspeltKeys } from './stray-keys.ts';
import { judgeStructuredContent } from './structured-content.ts';
import { isObject } from '../../payload/document/path.ts';
import { kind } from './value.ts';
import type { JsonObject } from './value.ts';

/** Kinds of message that are objects, each told by one of its keys. */
const keysOf = {
  structuredContent: new Set(['structuredContent', 'metadata', 'encodedMetadata']),
  delay: new Set(['delay', 'typing']),
  privateText: new Set(['text', 'messageAudience']),
};
const everyKey = new Set(Object.values(keysOf).flatMap((keys) => [...keys]));

/** Judges one entry of `messages`. */
export function judgeMessage(message: unknown, path: string, context: MessageContext): Finding[] {
  if (typeof message === 'string') return message === '' ? [emptyText(path)] : [];
  if (!isObject(message)) return [unreadable(path, `a message is ${kind(message)}`)];
  const structured = message['structuredContent'] !== undefined;
  const delay = message['delay'] !== undefined;
  const text = message['text'] !== undefined || message['messageAudience'] !== undefined;
  if (Number(structured) + Number(delay) + Number(text) > 1) {
    return [unreadable(path, 'one message is several things at once')];
  }
  if (structured) return judgeStructuredMessage(message, path, context);
  if (delay) return [...judgeDelay(message, path), ...misspeltKeys(message, keysOf.delay, path)];
  if (text) return [...judgePrivateText(message, path), ...misspeltKeys(message, keysOf.privateText, path)];
  return [...judgeUnknown(message, path), ...misspeltKeys(message, everyKey, path)];
}

function judgeStructuredMessage(message: JsonObject, path: string, context: MessageContext): Finding[] {
  return [
    ...judgeStructuredContent(message['structuredContent'], `${path}.structuredContent`, context),
    ...judgeMetadata(message, path, context.chat),
    ...misspeltKeys(message, keysOf.structuredContent, path),
  ];
}

/** Names the likeliest mistakes: content without its wrapper, and names of the Custom Endpoint's contract. */
function judgeUnknown(message: JsonObject, path: string): Finding[] {
  if (message['quickReplies'] !== undefined || message['elements'] !== undefined) {
    return [unreadable(path, 'structured content lies open', 'wrap it: { "structuredContent": … }')];
  }
  const keys = Object.keys(message).map((key) => JSON.stringify(key));
  return [unreadable(path, `a message is an object with ${keys.length === 0 ? 'no keys' : keys.join(', ')}`)];
}

const forms =
  'a message is a string, { structuredContent, metadata }, { delay, typing } or { text, messageAudience }; one of them each';

function unreadable(path: string, what: string, hint: string = forms): Finding {
  return refused('liveperson-functions-invalid-body', { path, what, hint });
}

function emptyText(path: string): Finding {
  const what = 'a text message is empty; what the consumer sees then is not documented';
  return doubtful({ path, what, hint: 'leave the message out' });
}
