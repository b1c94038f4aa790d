import type { Bundle } from '../bundle/bundle.ts';
import type { Generation } from '../platform/generations.ts';
import { limits as platformLimits, type Limits } from '../platform/limits.ts';
import type { Mock } from '../payload/mock.ts';
import type { Payload } from '../payload/payload.ts';
import type { Settings } from '../project/settings.ts';
import { Declared } from '../runtime/outbound/declared.ts';
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
  readonly #shared = new WeakMap<Account, { mocks: readonly Mock[]; declared: Declared }>();

  constructor(settings: Settings, limits: Record<Generation, Limits>, passage: Passage | undefined) {
    this.#settings = settings;
    this.#limits = limits;
    this.#passage = passage;
  }

  /** The network of one call of a bundle's function; calls that `share` an account use up one list of mocks together. */
  networkOf(bundle: Bundle, payload: Payload, account: Account, share?: Account): Network {
    const { base, recording } = payload;
    const mocks = share ? this.#declaredFor(share, payload.mocks) : new Declared(payload.mocks);
    const rate = this.rateOf(bundle);
    // No page of V2 speaks of an allowlist, and its CLI has none in settings.json: that there is none is inferred.
    const allowlist = bundle.generation === 'v1' ? this.#settings.whitelist : undefined;
    const gate = { allowlist, rate };
    return new Network({ account, mocks, base, recording, gate, passage: this.#passage });
  }

  #declaredFor(account: Account, mocks: readonly Mock[]): Declared {
    const known = this.#shared.get(account);
    if (known?.mocks === mocks) return known.declared;
    const declared = new Declared(mocks);
    this.#shared.set(account, { mocks, declared });
    return declared;
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
