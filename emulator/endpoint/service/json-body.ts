import type { IncomingMessage } from 'node:http';
import { Refusal } from './refusal.ts';

/**
 * The body of `incoming`, parsed. Throws a refusal: 415 for anything but JSON in UTF-8, 413 for more than `limit` bytes,
 * 400 for what cannot be parsed or is nested too deep. What is left of a body that is too large is read and thrown away, so that the
 * connection can be used again.
 */
export async function jsonBody(incoming: IncomingMessage, limit: number): Promise<unknown> {
  assertJson(incoming);
  const body = parsed(await read(incoming, limit));
  if (!isDeeper(body, deepest)) return body;
  throw new Refusal(400, 'too-deep', `the body must not be nested deeper than ${deepest} levels`);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Refusal(400, 'not-json', 'the body cannot be parsed as JSON');
  }
}

/** Levels; what is some thousands deep can be parsed and not be written again. */
const deepest = 1_000;

function isDeeper(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return levels === 0 || Object.values(value).some((part) => isDeeper(part, levels - 1));
}

const json = /^application\/(?:[\w.+-]+\+)?json\s*(?:;\s*charset\s*=\s*"?utf-?8"?\s*)?$/i;

function assertJson({ headers }: IncomingMessage): void {
  if (!json.test(headers['content-type'] ?? '')) {
    throw new Refusal(415, 'not-json', 'the content type must be application/json, in UTF-8');
  }
  if ((headers['content-encoding'] ?? 'identity') !== 'identity') {
    throw new Refusal(415, 'encoded-body', 'the body must not be compressed');
  }
}

function read(incoming: IncomingMessage, limit: number): Promise<string> {
  const tooLarge = new Refusal(413, 'body-too-large', `the body must have at most ${limit} bytes`);
  if (Number(incoming.headers['content-length'] ?? 0) > limit) return Promise.reject(tooLarge);
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    incoming.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size <= limit) chunks.push(chunk);
      else reject(tooLarge);
    });
    incoming.on('end', () => resolve(Buffer.concat(chunks).toString('utf8')));
    incoming.on('error', () => reject(new Refusal(400, 'cut-off', 'the body ended before it was complete')));
  });
}
