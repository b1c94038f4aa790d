import type { Bundle } from '../bundle/bundle.ts';
import type { Generation } from '../platform/generations.ts';
import { limits as platformLimits, type Limits } from '../platform/limits.ts';
import type { Payload } from '../payload/payload.ts';
import type { Settings } from '../project/settings.ts';
import { Network } from '../runtime/outbound/network.ts';
import type { Passage } from '../runtime/outbound/passage.ts';
import { RequestRate } from '../runtime/outbound/rate.ts';
import type { Account } from '../services/account.ts';

/** Makes the network of each call; counts what the calls of one function send together. */
export class Outbound {
  readonly #settings: Settings;
  readonly #limits: Record<Generation, Limits>;
  readonly #passage: Passage | undefined;
  readonly #rates = new Map<string, RequestRate>();

  constructor(settings: Settings, limits: Record<Generation, Limits>, passage: Passage | undefined) {
    this.#settings = settings;
    this.#limits = limits;
    this.#passage = passage;
  }

  /** The network of one call of a bundle's function. */
  networkOf(bundle: Bundle, payload: Payload, account: Account): Network {
    const { mocks, base, recording } = payload;
    const rate = this.rateOf(bundle);
    // No page of V2 speaks of an allowlist, and its CLI has none in settings.json: that there is none is inferred.
    const allowlist = bundle.generation === 'v1' ? this.#settings.whitelist : undefined;
    const gate = { allowlist, rate };
    return new Network({ account, mocks, base, recording, gate, passage: this.#passage });
  }

  /** What the calls of a function send within a second. */
  rateOf({ generation, function: name }: Bundle): RequestRate {
    const key = `${generation} ${name}`;
    const { requestsPerSecond } = this.#limits[generation];
    const platform = platformLimits.requestsPerSecond[generation] ?? Infinity;
    const rate = this.#rates.get(key) ?? new RequestRate(Math.min(requestsPerSecond, platform));
    this.#rates.set(key, rate);
    return rate;
  }
}
