import { Invokers, type Lent } from '../../conversation/invokers.ts';
import type { InvokerOptions } from '../../invoke/invoker.ts';

/** Invokers whose instances stay from one conversation to the next, as those of a platform do, until they are renewed. */
export class KeptInvokers extends Invokers {
  readonly #kept = new Map<string, Lent>();

  /** The same invoker for the same secrets. */
  override lend(settings?: InvokerOptions['settings']): Lent {
    const key = settings ? JSON.stringify(settings.secrets) : '';
    const kept = this.#kept.get(key) ?? super.lend(settings);
    this.#kept.set(key, kept);
    return { invoker: kept.invoker, done: () => Promise.resolve() };
  }

  /** What comes next starts cold. */
  async renew(): Promise<void> {
    const all = [...this.#kept.values()];
    this.#kept.clear();
    await Promise.all(all.map(({ done }) => done()));
  }

  override async close(): Promise<void> {
    await this.renew();
    await super.close();
  }
}
