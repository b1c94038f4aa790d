import type { Finding } from '../../errors.ts';
import { connectorLimits } from '../../platform/connector-limits.ts';
import { ignored, refused } from './finding.ts';
import { isObject, pathOf } from '../../payload/document/path.ts';
import { kind, quote } from './value.ts';
import type { JsonObject } from './value.ts';

const base64 = /^[A-Za-z0-9+/]+={0,2}$/;
const limit = connectorLimits.encodedMetadata.value;

/** Judges `metadata` and `encodedMetadata` of `holder`: a message, or the whole answer's context. */
export function judgeMetadata(holder: JsonObject, path: string, chat: boolean): Finding[] {
  const { metadata, encodedMetadata } = holder;
  return [
    ...(metadata === undefined ? [] : judgePlain(metadata, pathOf(path, ['metadata']))),
    ...(encodedMetadata === undefined
      ? []
      : judgeEncoded(encodedMetadata, pathOf(path, ['encodedMetadata']), chat)),
  ];
}

/** The documentation shows a single object as well as an array of them, so both pass. */
function judgePlain(metadata: unknown, path: string): Finding[] {
  if (isObject(metadata) || (Array.isArray(metadata) && metadata.every(isObject))) return [];
  const what = `metadata is ${kind(metadata)}, expected an array of objects`;
  const hint = 'send an array such as [{ "type": "ExternalId", "id": "1234" }]';
  return [refused('liveperson-functions-invalid-body', { path, what, hint })];
}

/** A message with bad encoded metadata is dropped without a word, so that the consumer never sees it. */
function judgeEncoded(encoded: unknown, path: string, chat: boolean): Finding[] {
  const hint = `encode it with Buffer.from(text).toString('base64') and keep it within ${limit} characters`;
  if (typeof encoded !== 'string' || encoded.length % 4 !== 0 || !base64.test(encoded)) {
    const what = `encodedMetadata is ${quote(encoded)}, expected base64; the connector drops the message without an error code`;
    return [refused(null, { path, what, hint })];
  }
  if (encoded.length > limit) {
    const what = `encodedMetadata has ${encoded.length} characters, at most ${limit} are allowed; the connector drops the message without an error code`;
    return [refused(null, { path, what, hint })];
  }
  if (!chat) return [];
  const what = 'encodedMetadata is for messaging only, and this is a chat';
  return [ignored({ path, what, hint: 'leave it out for chats' })];
}
