import { clearTimeout, setTimeout } from 'node:timers';
import { type OutboundResponse, type Pace, bytesOf } from '../../services/exchange.ts';

/** Where the bytes of a body go. */
export interface Sink {
  /** Takes a piece; `false` when it wants no other until it is told to go on. */
  data(piece: Buffer): boolean;
  end(): void;
}

/** A body on its way. */
export interface Playing {
  resume(): void;
  stop(): void;
}

/** Statuses that carry no body. Source: fetch.spec.whatwg.org, "null body status". */
const bodiless = [101, 103, 204, 205, 304];

/** Whether a response of that status to a request of that method has a body at all. */
export function hasBody(method: string | undefined, status: number): boolean {
  return method !== 'HEAD' && !bodiless.includes(status);
}

/** A body that is all there. */
const played: Playing = { resume: () => undefined, stop: () => undefined };

/** Milliseconds between the pieces of a slow body. */
const beat = 25;

/** Bytes of one piece of an endless body; one comes each millisecond. */
const blockSize = 64 * 1024;

const playing = new Set<Playing>();
let over = false;

/** Sends the body of an answer to `sink` at its pace. */
export function play({ body, pace }: OutboundResponse, sink: Sink): Playing {
  if (body) {
    const bytes = bytesOf(body);
    if (pace) return playSlowly(pace.kind === 'endless' ? endless(bytes) : slow(bytes, pace), sink);
    if (bytes.length > 0) sink.data(bytes);
  }
  sink.end();
  return played;
}

/** The call is over: nobody is left to whom the rest of its bodies would matter. */
export function stopBodies(): void {
  over = true;
  for (const body of playing) body.stop();
}

/** A call begins. */
export function allowBodies(): void {
  over = false;
}

/** One piece of a body, and when it is due, as `performance.now()` has it. */
interface Piece {
  bytes: Buffer;
  due: number;
}

function playSlowly(pieces: Iterator<Piece>, sink: Sink): Playing {
  let timer: NodeJS.Timeout | undefined;
  let paused = false;
  const step = (): void => {
    const { done, value } = pieces.next();
    if (done) {
      playing.delete(self);
      return sink.end();
    }
    timer = setTimeout(
      () => {
        paused = !(value.bytes.length === 0 || sink.data(value.bytes));
        if (!paused && playing.has(self)) step();
      },
      Math.max(0, value.due - performance.now()),
    );
  };
  const self: Playing = {
    resume() {
      if (!paused || !playing.has(self)) return;
      paused = false;
      step();
    },
    stop() {
      clearTimeout(timer);
      playing.delete(self);
    },
  };
  if (over) return self;
  playing.add(self);
  step();
  return self;
}

function* slow(bytes: Buffer, { duration }: Extract<Pace, { kind: 'slow' }>): Generator<Piece> {
  const began = performance.now();
  const count = Math.max(1, Math.min(bytes.length, Math.ceil(duration / beat)));
  for (let index = 0; index < count; index += 1) {
    const [start, end] = [index, index + 1].map((at) => Math.floor((at * bytes.length) / count));
    yield { bytes: bytes.subarray(start, end), due: began + ((index + 1) * duration) / count };
  }
}

function* endless(bytes: Buffer): Generator<Piece> {
  const block = Buffer.alloc(blockSize, bytes.length > 0 ? bytes : '.');
  for (;;) yield { bytes: block, due: 0 };
}
