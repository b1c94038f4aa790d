/** What a function can tell an error of `fetch` by. */
interface FetchError {
  name: string;
  message: string;
  code?: unknown;
  cause?: FetchError;
}

type Fetch = typeof fetch;

/** What reads a body, and fails when that stops coming. */
const readers = ['text', 'json', 'arrayBuffer', 'blob', 'formData'] as const;

/**
 * `fetch` for the other side of a guarded border: its errors have themselves as JSON text for a message. What reads its
 * bodies fails with errors that cross by themselves.
 */
export function fetchInText(): Fetch {
  for (const name of readers) {
    const reader: (this: Response) => Promise<unknown> = Response.prototype[name];
    const value = function telling(this: Response) {
      return reader.call(this).catch(plainly);
    };
    Object.defineProperty(Response.prototype, name, { value });
  }
  return (...request) =>
    fetch(...request).catch((error: FetchError) => {
      throw new Error(JSON.stringify(read(error)));
    });
}

/** The bytes of a body as text, one character for each: an ArrayBuffer that crosses a guarded border is empty there. */
export function bytesInText(): (response: Response) => Promise<string> {
  const { arrayBuffer } = Response.prototype;
  return async (response) => Buffer.from(await arrayBuffer.call(response)).toString('latin1');
}

/** `arrayBuffer` of a response as the sandbox needs it, with bytes of its own, over what gives them as text. */
export function bytesFromText(
  readText: ReturnType<typeof bytesInText>,
): (this: Response) => Promise<ArrayBuffer> {
  return async function arrayBuffer(this: Response) {
    return Uint8Array.from(await readText(this), (character) => character.charCodeAt(0)).buffer;
  };
}

/** A DOMException does not cross: what it says lies where only its own realm may look. */
function plainly(error: FetchError): never {
  if (!(error instanceof DOMException)) throw error;
  const { name, message, code } = error;
  throw Object.assign(new Error(message), { name, code });
}

/**
 * `fetch` inside the sandbox, over one that tells its errors as text. vm2 takes the cause of every error of the host,
 * and from a DOMException its name and message too, by which a function tells a time-out.
 */
export function fetchFromText(send: Fetch): Fetch {
  return (input, init) =>
    send(input, init && { ...init, ...crossing(init) }).catch((error: Error) => {
      throw rebuild(JSON.parse(error.message) as FetchError);
    });
}

/** Of all bytes only those of a Buffer cross as what they are. */
function crossing({ body }: RequestInit): { body: Buffer<ArrayBuffer> } | undefined {
  if (body instanceof ArrayBuffer) return { body: Buffer.from(new Uint8Array(body)) };
  if (!ArrayBuffer.isView(body)) return undefined;
  return { body: Buffer.from(new Uint8Array(body.buffer, body.byteOffset, body.byteLength)) };
}

function read({ name, message, code, cause }: FetchError): FetchError {
  return { name, message, code, ...(cause && { cause: read(cause) }) };
}

function rebuild({ name, message, code, cause }: FetchError): Error {
  const Kind = name === 'TypeError' ? TypeError : Error;
  const error = cause ? new Kind(message, { cause: rebuild(cause) }) : new Kind(message);
  return Object.assign(error, name !== error.name && { name }, code !== undefined && { code });
}
