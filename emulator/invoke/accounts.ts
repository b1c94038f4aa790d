import { presetsOf } from '../payload/account/account-file.ts';
import type { AccountPresets } from '../payload/account/account-presets.ts';
import { merge } from '../payload/compose/merge.ts';
import type { Generation } from '../platform/generations.ts';
import type { Limits } from '../platform/limits.ts';
import type { Settings } from '../project/settings.ts';
import type { Account } from '../services/account.ts';
import type { Clock } from '../services/clock.ts';
import { createAccount } from '../services/create.ts';

/** Makes the imitated accounts of a project; what they begin with is read with the first one. */
export class Accounts {
  readonly #settings: Settings;
  readonly #root: string | undefined;
  readonly #limits: Record<Generation, Limits>;
  #presets: Promise<AccountPresets | undefined> | undefined;

  constructor(settings: Settings, root: string | undefined, limits: Record<Generation, Limits>) {
    this.#settings = settings;
    this.#root = root;
    this.#limits = limits;
  }

  /** What every account begins with; `undefined` where the project says nothing of that. */
  presets(): Promise<AccountPresets | undefined> {
    return (this.#presets ??= presetsOf(this.#settings, this.#root));
  }

  /** A new account, with `own` over what every account begins with; `clock` in place of one of its own. */
  async create(generation: Generation, own?: AccountPresets, clock?: Clock): Promise<Account> {
    const common = await this.presets();
    const presets = own && common ? merge({ ...common }, { ...own }) : (own ?? common);
    const limits = this.#limits[generation];
    return createAccount({ settings: this.#settings, generation, limits, presets, clock });
  }

  /** Has what they begin with read anew. */
  forget(): void {
    this.#presets = undefined;
  }
}
