import { type Content, type OutboundResponse, bytesOf } from '../../services/exchange.ts';

/** The body of an answer at its pace, as a stream; `null` where there is none. */
export function bodyOf({ body }: OutboundResponse): Buffer<ArrayBuffer> | null {
  return body === null ? null : bytes(body);
}

/** A copy with memory of its own: `Response` takes no shared one. */
function bytes(content: Content): Buffer<ArrayBuffer> {
  return Buffer.from(new Uint8Array(bytesOf(content)));
}
