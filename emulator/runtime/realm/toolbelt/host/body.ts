import { type Content, contentOf, textContent } from '../../../../services/exchange.ts';
import { bufferOf } from '../../bytes.ts';

/** A body as `fetch` would send it, and the content type that it would add. */
export interface Prepared {
  content: Content | null;
  type?: string;
}

/** Why a body cannot be sent. */
export class BadBody extends Error {}

/** Makes a body of text, bytes, or with `json` of anything that JSON carries. Rejects with `BadBody`. */
export async function prepareBody(body: unknown, json: boolean): Promise<Prepared> {
  if (body === undefined || body === null) return { content: null };
  if (json) return { content: textContent(stringified(body)) };
  if (typeof body === 'string') return { content: textContent(body), type: 'text/plain;charset=UTF-8' };
  if (body instanceof URLSearchParams) {
    return { content: textContent(body.toString()), type: 'application/x-www-form-urlencoded;charset=UTF-8' };
  }
  const bytes = Buffer.isBuffer(body) ? body : bufferOf(body);
  return bytes ? { content: contentOf(bytes) } : prepareOther(body);
}

/** What only `Response` can write out. */
async function prepareOther(body: unknown): Promise<Prepared> {
  if (![Blob, FormData, ReadableStream].some((Kind) => body instanceof Kind)) {
    throw new BadBody(
      'Provided body is neither text nor bytes nor a form: use the json option, or stringify it',
    );
  }
  const response = new Response(body as Blob | FormData | ReadableStream);
  const type = response.headers.get('content-type');
  const content = contentOf(Buffer.from(await response.arrayBuffer()));
  return { content, ...(type !== null && { type }) };
}

function stringified(body: unknown): string {
  try {
    const text = JSON.stringify(body) as string | undefined;
    if (text !== undefined) return text;
  } catch {
    // Told below.
  }
  throw new BadBody('Provided body could not be stringified');
}
