/** Milliseconds that requests count for. */
const span = 1_000;

/**
 * The requests of one function in the last second, over all its instances. Calls that come one after the other, as when
 * a payload is repeated, are taken for calls at different times: what they sent does not count together.
 */
export class RequestRate {
  readonly limit: number;
  #recent: number[] = [];
  #open = 0;

  constructor(limit: number) {
    this.limit = limit;
  }

  /** Does the work of one call. */
  async during<T>(work: () => Promise<T>): Promise<T> {
    if (this.#open === 0) this.#recent = [];
    this.#open += 1;
    try {
      return await work();
    } finally {
      this.#open -= 1;
    }
  }

  /** Counts one request; whether the platform lets it through. One that it refuses does not count. */
  admit(): boolean {
    if (this.limit === Infinity) return true;
    const now = performance.now();
    this.#recent = this.#recent.filter((moment) => now - moment < span);
    if (this.#recent.length >= this.limit) return false;
    this.#recent.push(now);
    return true;
  }
}
