/** A body as text can carry it: what is not UTF-8 goes as base64. */
export interface Content {
  text: string;
  encoding: 'utf8' | 'base64';
}

/** One outbound request, whichever client of the function sent it. */
export interface OutboundRequest {
  /** In capitals. */
  method: string;
  /** Whole address. */
  url: string;
  /** Names in small letters. */
  headers: Record<string, string>;
  body: Content | null;
}

/** How a body arrives, where it does not arrive at once. */
export type Pace =
  /** In pieces, over so many milliseconds. */
  | { kind: 'slow'; duration: number }
  /** The same over and over, until somebody gives up. */
  | { kind: 'endless' };

/** What comes back. */
export interface OutboundResponse {
  status: number;
  /** Names in small letters. */
  headers: Record<string, string>;
  /** Each `set-cookie` header, which cannot be put together in one. */
  cookies?: string[];
  body: Content | null;
  pace?: Pace;
}

/** Why nothing comes back; `code` as Node has it, such as `ECONNREFUSED`. */
export interface OutboundFailure {
  failure: { code: string; message: string };
}

/** What a request gets: a response, or why none comes. */
export type OutboundAnswer = OutboundResponse | OutboundFailure;

/** Whether no response came. */
export function isFailure(answer: OutboundAnswer): answer is OutboundFailure {
  return 'failure' in answer;
}

/** Text as a body. */
export function textContent(text: string): Content {
  return { text, encoding: 'utf8' };
}

/** Bytes as a body. */
export function contentOf(bytes: Uint8Array): Content {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const text = buffer.toString();
  return Buffer.from(text).equals(buffer) ? { text, encoding: 'utf8' } : base64(buffer);
}

function base64(buffer: Buffer): Content {
  return { text: buffer.toString('base64'), encoding: 'base64' };
}

/** The bytes of a body. */
export function bytesOf(content: Content): Buffer {
  return Buffer.from(content.text, content.encoding);
}
