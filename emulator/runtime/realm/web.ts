import { bufferOf, inward, isOwn, outward, ownBytes } from './bytes.ts';

type Method = (this: unknown, ...given: unknown[]) => unknown;
type Made = new (...given: unknown[]) => object;

/** Has the sandbox's web classes and Buffer take its own bytes; what they make is the host's. */
export function takeBytes(load: (name: string) => unknown): void {
  const OwnBuffer = Object.assign(making(Buffer as unknown as Made), buffering(Buffer));
  for (const name of ['buffer', 'node:buffer']) Object.assign(load(name) as object, { Buffer: OwnBuffer });
  Object.assign(globalThis, {
    Blob: making(Blob as Made),
    Buffer: OwnBuffer,
    Request: making(Request as Made),
    Response: making(Response as Made),
    TextDecoder: making(TextDecoder as Made, decodingBytes),
  });
}

/** A method of the host that takes bytes, and promises some or anything else. */
export function answerBytes(method: Method): Method {
  return async function answering(...given) {
    return inward(await method.apply(this, given.map(outward)));
  };
}

/** `text` of a Blob: Node's own would read the bytes by the method that is the sandbox's by now. */
export function readText(): Method {
  return function text() {
    return new Response(this as Blob).text();
  };
}

/** `getRandomValues`: the host fills a Buffer, from which the array of the sandbox is filled. */
export function fillArray(fill: Method): Method {
  return function getRandomValues(array) {
    if (!ArrayBuffer.isView(array) || array instanceof Float32Array || array instanceof Float64Array) {
      return fill.call(this, array);
    }
    const random = fill.call(this, Buffer.alloc(array.byteLength)) as Buffer;
    new Uint8Array(array.buffer, array.byteOffset, array.byteLength).set(ownBytes(random));
    return array;
  };
}

function making(Host: Made, finish = (made: object): object => made): object {
  const own = function (...given: unknown[]): object {
    return finish(new Host(...given.map(outward)));
  };
  Object.setPrototypeOf(own, Host);
  own.prototype = Host.prototype;
  return Object.defineProperty(own, 'name', { value: Host.name });
}

function decodingBytes(decoder: object): object {
  const decode = Reflect.get(decoder, 'decode') as Method;
  const value: Method = (...given) => decode.apply(decoder, given.map(outward));
  return Object.defineProperty(decoder, 'decode', { value });
}

/**
 * What makes a Buffer of bytes. Of an ArrayBuffer of the sandbox it is a copy, not the same memory; a view that is no
 * Uint8Array is a list of numbers to Node.
 */
function buffering(host: typeof Buffer): object {
  return {
    from(value: unknown, ...given: [number?, number?]) {
      // The memory of a Buffer is the host's, where it is whole.
      if (value instanceof ArrayBuffer && !isOwn(value)) return host.from(value, ...given);
      if (value instanceof ArrayBuffer && given.length > 0) return bufferOf(new Uint8Array(value, ...given));
      const crosses = value instanceof ArrayBuffer || value instanceof Uint8Array;
      return host.from(((crosses && bufferOf(value)) || value) as Buffer, ...(given as []));
    },
    concat: (list: unknown, ...given: []) => host.concat(outward(list) as Buffer[], ...given),
  };
}
