import { Invoker, type InvokerOptions } from '../invoke/invoker.ts';

/** An invoker for one conversation, and what to do when that is over. */
export interface Lent {
  invoker: Invoker;
  done: () => Promise<void>;
}

/**
 * Invokers that conversations use one after the other. None finds an instance of another conversation: what one used
 * ends with it, and the empty child that waits for the next one is already started.
 */
export class Invokers {
  readonly #options: InvokerOptions;
  readonly #free: Invoker[] = [];
  #closed = false;

  constructor(options: InvokerOptions) {
    this.#options = options;
  }

  /** With other secrets than those of the project an invoker is made for this conversation alone. */
  lend(settings: InvokerOptions['settings'] = this.#options.settings): Lent {
    if (settings !== this.#options.settings) {
      const own = new Invoker({ ...this.#options, settings });
      return { invoker: own, done: () => own.close() };
    }
    const invoker = this.#free.pop() ?? new Invoker(this.#options);
    return {
      invoker,
      done: () => {
        if (this.#closed) return invoker.close();
        invoker.renew(1);
        this.#free.push(invoker);
        return Promise.resolve();
      },
    };
  }

  /** Ends those that nobody uses, and each other one as soon as its conversation is over. */
  async close(): Promise<void> {
    this.#closed = true;
    await Promise.all(this.#free.splice(0).map((invoker) => invoker.close()));
  }
}
