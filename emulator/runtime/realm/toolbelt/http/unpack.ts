import { type OutboundResponse, bytesOf, contentOf } from '../../../../services/exchange.ts';

/** Loads a module of Node. */
export type Load = (name: string) => unknown;

/** What of Node's `zlib` an answer needs. */
interface Zlib {
  gunzipSync: Unpack;
  inflateSync: Unpack;
  constants: { Z_SYNC_FLUSH: number };
}

type Unpack = (bytes: Buffer, options: { finishFlush: number }) => Buffer;

const unpackers: Readonly<Record<string, (zlib: Zlib) => Unpack>> = {
  gzip: ({ gunzipSync }) => gunzipSync,
  deflate: ({ inflateSync }) => inflateSync,
};

/**
 * The answer with its body unpacked, as request does with `gzip`: one coding alone, and a body that was cut off as far
 * as it goes. Its headers stay. Throws what `zlib` throws.
 */
export function unpacked(response: OutboundResponse, load: Load): OutboundResponse {
  const { body, headers } = response;
  const unpacker = unpackers[headers['content-encoding']?.trim().toLowerCase() ?? ''];
  if (!unpacker || body === null || body.text === '') return response;
  const zlib = load('zlib') as Zlib;
  const bytes = unpacker(zlib)(bytesOf(body), { finishFlush: zlib.constants.Z_SYNC_FLUSH });
  return { ...response, body: contentOf(bytes) };
}
