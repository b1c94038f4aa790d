import type { Bundle } from '../bundle/bundle.ts';
import type { Generation } from '../platform/generations.ts';
import { limits as platformLimits, type Limits } from '../platform/limits.ts';
import type { Mock } from '../payload/mock/mock.ts';
import type { Payload } from '../payload/payload.ts';
import { accountFile, type Settings } from '../project/settings.ts';
import { Declared } from '../runtime/outbound/declared.ts';
import { Network, type Sources } from '../runtime/outbound/network.ts';
import type { Passage, Tape } from '../runtime/outbound/passage.ts';
import { RequestRate } from '../runtime/outbound/rate.ts';
import type { Account } from '../services/account.ts';

/** What all networks of a project have together. */
export interface OutboundOptions {
  settings: Settings;
  /** The project's root: files of what it declares for all calls count from it. */
  root: string | undefined;
  limits: Record<Generation, Limits>;
  passage: Passage | undefined;
}

/** One call, as its network is made for it. */
export interface Reaching {
  bundle: Bundle;
  payload: Payload;
  account: Account;
  /** Calls that have it in common use up what is declared together. */
  owner: Account;
  /** What the project declares for all calls. */
  common: readonly Mock[] | undefined;
}

/** Makes the network of each call; counts what the calls of one function send together. */
export class Outbound {
  readonly #settings: Settings;
  readonly #root: string | undefined;
  readonly #limits: Record<Generation, Limits>;
  readonly #passage: Passage | undefined;
  readonly #rates = new Map<string, RequestRate>();
  readonly #declared = new WeakMap<Account, Map<readonly Mock[], Declared>>();
  readonly #tapes = new WeakMap<Account, Tape>();

  constructor({ settings, root, limits, passage }: OutboundOptions) {
    this.#settings = settings;
    this.#root = root;
    this.#limits = limits;
    this.#passage = passage;
  }

  /** The network of one call of a bundle's function. */
  networkOf({ bundle, payload, account, owner, common }: Reaching): Network {
    const gate = { allowlist: this.#allowlistOf(bundle), rate: this.rateOf(bundle) };
    return new Network({
      account,
      gate,
      ...this.#sourcesOf(payload, owner, common),
      tape: this.#tapeOf(owner),
      live: this.#passage?.live,
    });
  }

  /** No page of V2 speaks of an allowlist, and its CLI has none in settings.json: that there is none is inferred. */
  #allowlistOf({ generation }: Bundle): readonly string[] | undefined {
    return generation === 'v1' ? this.#settings.whitelist : undefined;
  }

  #sourcesOf({ mocks, base, recording }: Payload, owner: Account, common: Reaching['common']): Sources {
    const declared = (list: readonly Mock[]) => this.#declaredOf(list, owner);
    const recordings = [recording, this.#passage?.recording].filter((each) => each !== undefined);
    return {
      mocks: [
        { declared: declared(mocks), base },
        ...(common ? [{ declared: declared(common), base: this.#root, file: accountFile }] : []),
      ],
      recordings: recordings.map((each) => ({ ...each, declared: declared(each.mocks) })),
    };
  }

  #declaredOf(mocks: readonly Mock[], owner: Account): Declared {
    const lists = this.#declared.get(owner) ?? new Map<readonly Mock[], Declared>();
    this.#declared.set(owner, lists);
    const declared = lists.get(mocks) ?? new Declared(mocks);
    lists.set(mocks, declared);
    return declared;
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
