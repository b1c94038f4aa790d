/** An account's own time: it goes on as real time does, and can be moved forward. */
export class Clock {
  readonly #ahead: number;
  readonly #real: () => number;
  #advanced = 0;

  /** Starts at `start`, in ISO text; now where it is missing. */
  constructor(start?: string, real: () => number = Date.now) {
    this.#real = real;
    this.#ahead = start === undefined ? 0 : new Date(start).getTime() - real();
  }

  /** Epoch milliseconds. */
  now(): number {
    return this.#real() + this.#ahead + this.#advanced;
  }

  advance(milliseconds: number): void {
    this.#advanced += milliseconds;
  }
}
