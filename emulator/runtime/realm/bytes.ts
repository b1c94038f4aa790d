/** The most arguments that one call of `String.fromCharCode` gets. */
const step = 8_192;

/** The host's own, whatever stands in its place later. */
const host = Buffer;

/**
 * Bytes as a Buffer, or nothing when `value` is none. An ArrayBuffer of the sandbox, and a view of one, is nothing to the
 * host, but a Buffer, which vm2 takes from the host, crosses; it is filled by text, as byte by byte is slow there.
 */
export function bufferOf(value: unknown): Buffer<ArrayBuffer> | undefined {
  if (ArrayBuffer.isView(value)) {
    return host.from(textOf(new Uint8Array(value.buffer, value.byteOffset, value.byteLength)), 'latin1');
  }
  if (!(value instanceof ArrayBuffer)) return undefined;
  return isOwn(value) ? host.from(textOf(new Uint8Array(value)), 'latin1') : host.from(value);
}

/** An ArrayBuffer of the host as one of the sandbox, where the host's is empty; anything else as it is. */
export function inward(value: unknown): unknown {
  return value instanceof ArrayBuffer && !isOwn(value) ? ownBytes(host.from(value)).buffer : value;
}

/** What the host is given in place of `value`: its bytes, or those in a list or an object of it, as Buffers. */
export function outward(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  const buffer = bufferOf(value);
  if (buffer) return buffer;
  if (Array.isArray(value)) return value.map((part: unknown) => bufferOf(part) ?? part);
  const bytes = Object.entries(value).flatMap(([key, part]) => {
    const crossing = bufferOf(part);
    return crossing ? [[key, crossing] as const] : [];
  });
  return bytes.length > 0 ? { ...value, ...Object.fromEntries(bytes) } : value;
}

/** What is in a Buffer, as bytes of the sandbox. */
export function ownBytes(buffer: Buffer): Uint8Array {
  const text = buffer.toString('latin1');
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < bytes.length; at += 1) bytes[at] = text.charCodeAt(at);
  return bytes;
}

function textOf(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += step) {
    text += String.fromCharCode(...bytes.subarray(at, at + step));
  }
  return text;
}

/** Whether it is the sandbox's: one of the host looks the same until somebody wants to see its bytes. */
export function isOwn(buffer: ArrayBuffer): boolean {
  try {
    return new DataView(buffer).byteLength >= 0;
  } catch {
    return false;
  }
}
