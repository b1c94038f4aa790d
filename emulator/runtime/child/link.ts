import { Socket } from 'node:net';

/**
 * One end of a connection that never leaves the process: what is written to one end is read from the other. A real
 * Socket to whoever holds it, so that every HTTP client of Node takes it for one.
 */
export class LinkEnd extends Socket {
  /** Whether anything was ever written to this end. */
  spoken = false;
  #peer: LinkEnd | undefined;
  #taken: (() => void) | undefined;

  /** Ties two ends together. */
  static tie(one: LinkEnd, other: LinkEnd): void {
    one.#tie(other);
    other.#tie(one);
  }

  override _read(): void {
    this.#release();
  }

  override _write(chunk: Buffer | string, encoding: BufferEncoding, callback: () => void): void {
    this.#hand(bytesOf(chunk, encoding), callback);
  }

  override _writev(
    chunks: { chunk: Buffer | string; encoding: BufferEncoding }[],
    callback: () => void,
  ): void {
    const buffers = chunks.map(({ chunk, encoding }) => bytesOf(chunk, encoding));
    this.#hand(Buffer.concat(buffers), callback);
  }

  override _final(callback: () => void): void {
    process.nextTick(() => {
      this.#endPeer();
      callback();
    });
  }

  #tie(peer: LinkEnd): void {
    this.#peer = peer;
    this.once('close', () => {
      this.#release();
      this.#endPeer();
    });
  }

  /** The other end may write on. */
  #release(): void {
    const taken = this.#taken;
    this.#taken = undefined;
    taken?.();
  }

  /** Not at once: a client does not expect an answer before its own call to write is over. */
  #hand(bytes: Buffer, callback: () => void): void {
    this.spoken = true;
    process.nextTick(() => {
      this.#active();
      if (this.#peer) this.#peer.#take(bytes, callback);
      else callback();
    });
  }

  #take(bytes: Buffer, callback: () => void): void {
    this.#active();
    if (this.destroyed || this.readableEnded || this.push(bytes)) callback();
    else this.#taken = callback;
  }

  #endPeer(): void {
    const peer = this.#peer;
    if (peer && !peer.destroyed && !peer.readableEnded) peer.push(null);
  }

  /** The time-out of a socket counts from the last byte on. */
  #active(): void {
    if (this.timeout) this.setTimeout(this.timeout);
  }
}

function bytesOf(chunk: Buffer | string, encoding: BufferEncoding): Buffer {
  return typeof chunk === 'string' ? Buffer.from(chunk, encoding) : chunk;
}

/** A connection: the end of who opened it, and the other one. */
export function linked(signal?: AbortSignal): { client: LinkEnd; far: LinkEnd } {
  const client = new LinkEnd({ ...(signal && { signal }) });
  const far = new LinkEnd({ allowHalfOpen: true });
  LinkEnd.tie(client, far);
  return { client, far };
}
