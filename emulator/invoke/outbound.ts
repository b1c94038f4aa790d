import type { Bundle } from '../bundle/bundle.ts';
import type { Generation } from '../platform/generations.ts';
import { limits as platformLimits, type Limits } from '../platform/limits.ts';
import type { Payload } from '../payload/payload.ts';
import type { Settings } from '../project/settings.ts';
import { Declared } from '../runtime/outbound/declared.ts';
import { Network, type Sources } from '../runtime/outbound/network.ts';
import type { Passage, Tape } from '../runtime/outbound/passage.ts';
import { RequestRate } from '../runtime/outbound/rate.ts';
import type { Account } from '../services/account.ts';

/** What sources are made of. */
interface Of {
  mocks: Payload['mocks'];
  recording: Payload['recording'] | undefined;
}

/** Makes the network of each call; counts what the calls of one function send together. */
export class Outbound {
  readonly #settings: Settings;
  readonly #limits: Record<Generation, Limits>;
  readonly #passage: Passage | undefined;
  readonly #rates = new Map<string, RequestRate>();
  readonly #sources = new WeakMap<Account, { of: Of; sources: Sources }>();
  readonly #tapes = new WeakMap<Account, Tape>();

  constructor(settings: Settings, limits: Record<Generation, Limits>, passage: Passage | undefined) {
    this.#settings = settings;
    this.#limits = limits;
    this.#passage = passage;
  }

  /** The network of one call of a bundle's function; calls that have an `owner` in common use up its sources together. */
  networkOf(bundle: Bundle, payload: Payload, account: Account, owner: Account): Network {
    const gate = { allowlist: this.#allowlistOf(bundle), rate: this.rateOf(bundle) };
    return new Network({
      account,
      gate,
      ...this.#sourcesOf(payload, owner),
      tape: this.#tapeOf(owner),
      live: this.#passage?.live,
    });
  }

  /** No page of V2 speaks of an allowlist, and its CLI has none in settings.json: that there is none is inferred. */
  #allowlistOf({ generation }: Bundle): readonly string[] | undefined {
    return generation === 'v1' ? this.#settings.whitelist : undefined;
  }

  #sourcesOf({ mocks, base, recording }: Payload, owner: Account): Sources {
    const known = this.#sources.get(owner);
    if (known && known.of.mocks === mocks && known.of.recording === recording) return known.sources;
    const all = [recording, this.#passage?.recording].filter((each) => each !== undefined);
    const sources: Sources = {
      mocks: { declared: new Declared(mocks), base },
      recordings: all.map((each) => ({ ...each, declared: new Declared(each.mocks) })),
    };
    this.#sources.set(owner, { of: { mocks, recording }, sources });
    return sources;
  }

  #tapeOf(owner: Account): Tape | undefined {
    const tape = this.#tapes.get(owner) ?? this.#passage?.newTape?.();
    if (tape) this.#tapes.set(owner, tape);
    return tape;
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
