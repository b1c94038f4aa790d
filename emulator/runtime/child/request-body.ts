/** The whole of a request's body, and the type that goes with it where the body itself knows. */
export interface Collected {
  bytes: Buffer | null;
  type?: string | null;
}

/**
 * Reads a body in any form that undici takes: text, bytes, a form, a Blob, an iterable or a stream of pieces.
 * Source: github.com/nodejs/undici docs/docs/api/Dispatcher.md.
 */
export async function collect(body: unknown): Promise<Collected> {
  if (body === null || body === undefined) return { bytes: null };
  if (typeof body === 'string') return { bytes: Buffer.from(body) };
  if (body instanceof ArrayBuffer) return { bytes: Buffer.from(body) };
  if (ArrayBuffer.isView(body)) return { bytes: Buffer.from(body.buffer, body.byteOffset, body.byteLength) };
  if (isForm(body)) return collectForm(body);
  if (isBlob(body)) return { bytes: Buffer.from(await body.arrayBuffer()), type: body.type || null };
  const parts: Uint8Array[] = [];
  for await (const part of body as AsyncIterable<Uint8Array | string>) parts.push(Buffer.from(part));
  return { bytes: Buffer.concat(parts) };
}

type Entries = Iterable<[string, unknown]>;

/** Every copy of undici has a class of its own, so it goes by name. */
function isForm(body: unknown): body is Entries {
  return Object.prototype.toString.call(body) === '[object FormData]';
}

function isBlob(value: unknown): value is Blob {
  return /^\[object (Blob|File)\]$/.test(Object.prototype.toString.call(value));
}

/** Another copy's form is written by Node's own: entry by entry. */
async function collectForm(entries: Entries): Promise<Collected> {
  const form = new FormData();
  for (const [name, value] of entries) {
    if (isBlob(value)) form.append(name, await ownBlob(value), (value as File).name);
    else form.append(name, String(value));
  }
  const written = new Response(form);
  return { bytes: Buffer.from(await written.arrayBuffer()), type: written.headers.get('content-type') };
}

async function ownBlob(blob: Blob): Promise<Blob> {
  return new Blob([await blob.arrayBuffer()], { type: blob.type });
}
