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
  readonly #lent = new Set<Invoker>();
  #closed = false;

  constructor(options: InvokerOptions) {
    this.#options = options;
  }

  /** With other secrets than those of the project an invoker is made for this conversation alone. */
  lend(settings: InvokerOptions['settings'] = this.#options.settings): Lent {
    const ofProject = settings === this.#options.settings;
    const free = ofProject ? this.#free.pop() : undefined;
    const invoker = free ?? new Invoker({ ...this.#options, settings });
    this.#lent.add(invoker);
    return { invoker, done: () => this.#takeBack(invoker, ofProject) };
  }

  /** Ends those that nobody uses, and each other one as soon as its conversation is over. */
  async close(): Promise<void> {
    this.#closed = true;
    await Promise.all(this.#free.splice(0).map((invoker) => invoker.close()));
  }

  /** Ends them all, and the conversations that use them. */
  async abandon(): Promise<void> {
    await Promise.all([this.close(), ...[...this.#lent].map((invoker) => invoker.close())]);
  }

  async #takeBack(invoker: Invoker, keep: boolean): Promise<void> {
    this.#lent.delete(invoker);
    if (this.#closed || !keep) return invoker.close();
    invoker.renew(1);
    this.#free.push(invoker);
  }
}
