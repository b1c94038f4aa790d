import type { IncomingHttpHeaders } from 'node:http';
import { mapData } from '../../payload/compose/map-data.ts';
import type { Complaint } from '../contract/check.ts';

/** A body as JSON, or what is wrong with it. */
export type ReadBody = { ok: true; value: unknown } | { ok: false; complaint: Complaint };

/**
 * Reads the body of an answer. One without a content type is taken for JSON (ours), one with another type is refused.
 * `scrub` takes credentials out, since parts of the body stand in complaints and transcripts.
 */
export function readBody(
  { headers, body }: { headers: IncomingHttpHeaders; body: Buffer },
  scrub: (text: string) => string,
): ReadBody {
  const type = headers['content-type'];
  const encoding = headers['content-encoding'];
  if (body.length === 0) return refuse('the answer has no body, expected JSON');
  if (encoding !== undefined && encoding !== 'identity') {
    return refuse(`the answer is compressed (${encoding}), which nobody asked for`);
  }
  const raw = textOf(body);
  if (raw === null) return refuse('the answer is no UTF-8');
  const text = scrub(raw);
  if (type !== undefined && !/^application\/(?:[\w.+-]+\+)?json\s*(?:;|$)/i.test(type)) {
    return refuse(`the answer is ${type}, expected application/json: ${excerpt(text)}`);
  }
  try {
    const value: unknown = JSON.parse(raw);
    return { ok: true, value: text === raw ? value : mapData(value, { text: scrub, key: scrub }) };
  } catch (error) {
    return refuse(`the answer is no JSON${placeOf(error, raw)}: ${excerpt(text)}`);
  }
}

const shown = 120;

/** The beginning of a text, on one line. */
export function excerpt(text: string): string {
  const line = text.replace(/[\s\p{Cc}]+/gu, ' ').trim();
  return line.length > shown ? `${line.slice(0, shown)}…` : line;
}

function refuse(message: string): ReadBody {
  return { ok: false, complaint: { path: '', message } };
}

function textOf(body: Buffer): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(body);
  } catch {
    return null;
  }
}

/** The engine tells the offset in some of its messages. */
function placeOf(error: unknown, text: string): string {
  const { offset } = /position (?<offset>\d+)/.exec(String(error))?.groups ?? {};
  if (offset === undefined) return '';
  const before = text.slice(0, Number(offset)).split('\n');
  return ` at line ${before.length}, column ${(before.at(-1)?.length ?? 0) + 1}`;
}
