import type { Instance } from './instance.ts';

/**
 * The instances of one bundle. A v2 instance of the platform takes one request at a time and more requests mean more
 * instances; `size` is where that stops here, and callers wait in line, but for those that somebody waits for already.
 */
export class Pool {
  readonly #idle: Instance[] = [];
  readonly #waiting: ((instance: Instance | undefined) => void)[] = [];
  readonly #size: number;
  #count = 0;

  constructor(size: number) {
    this.#size = size;
  }

  /** An instance that is free, or `undefined` when the caller is to start one. */
  async acquire(beyond = false): Promise<Instance | undefined> {
    for (let idle = this.#idle.pop(); idle; idle = this.#idle.pop()) {
      if (idle.alive) return idle;
      this.#count -= 1;
    }
    if (this.#count < this.#size || beyond) {
      this.#count += 1;
      return undefined;
    }
    return new Promise((resolve) => this.#waiting.push(resolve));
  }

  /** Gives an instance back; one that is dead, or that never came, makes room for a new one, one beyond the size ends. */
  release(instance: Instance | undefined): void {
    const next = this.#waiting.shift();
    if (next) return next(instance?.alive ? instance : undefined);
    if (this.#count > this.#size) instance?.kill();
    if (instance?.alive) this.#idle.push(instance);
    else this.#count -= 1;
  }
}
