import { setTimeout as sleep } from 'node:timers/promises';
import type { AccountPresets, StoragePreset } from '../payload/account/account-presets.ts';
import { csdsHosts } from '../platform/account-services.ts';
import type { Generation } from '../platform/generations.ts';
import { type Limits, limitsOf } from '../platform/limits.ts';
import type { Settings } from '../project/settings.ts';
import type { Account, SecretAsk, SecretReply, ServiceCall } from './account.ts';
import type { ServiceChange } from './change.ts';
import { Clock } from './clock.ts';
import type { OutboundAnswer, OutboundRequest } from './exchange.ts';
import type { Services } from './liveperson.ts';
import { SecretStorage } from './secrets.ts';

/** What an account is made of. */
export interface AccountOptions {
  generation: Generation;
  settings: Settings;
  presets?: AccountPresets | undefined;
  limits?: Limits;
  /** In place of one that starts with the presets. */
  clock?: Clock | undefined;
}

let ids = 0;

/** A new account; its services are loaded and set up when the first request comes. */
export function createAccount(options: AccountOptions): Account {
  return new LocalAccount(options);
}

class LocalAccount implements Account {
  readonly id = (ids += 1);
  readonly changes: ServiceChange[] = [];
  readonly updatedSecrets = new Map<string, unknown>();
  readonly #options: AccountOptions;
  readonly #clock: Clock;
  #secrets: SecretStorage | undefined;
  #services: Promise<Services> | undefined;

  constructor(options: AccountOptions) {
    this.#options = options;
    this.#clock = options.clock ?? new Clock(options.presets?.clock);
  }

  async answer(request: OutboundRequest, call: ServiceCall): Promise<OutboundAnswer | undefined> {
    if (!this.#mayServe(request.url)) return undefined;
    const services = await (this.#services ??= this.#load());
    return services.answer(request, call);
  }

  async secret(ask: SecretAsk, now: () => number): Promise<SecretReply> {
    const { delay = 0, fault } = this.#storageFor(ask.key);
    // The instance that asked keeps the emulator going; when it has given up, nobody waits for the rest.
    if (delay > 0) await sleep(delay, undefined, { ref: false });
    if (fault) return { failure: fault };
    const reply = this.#storage().answer(ask, (change) => this.changes.push({ ...change, at: now() }));
    if (ask.operation === 'update' && 'value' in reply) this.updatedSecrets.set(ask.key, reply.value);
    return reply;
  }

  advance(milliseconds: number): void {
    this.#clock.advance(milliseconds);
  }

  /** How the secret storage answers for a key. */
  #storageFor(key: string): StoragePreset {
    const { keys = {}, ...all } = this.#options.presets?.secrets ?? {};
    return Object.hasOwn(keys, key) ? { ...all, ...keys[key] } : all;
  }

  /** Told by the address alone, so that a request to somebody else never loads the services. */
  #mayServe(url: string): boolean {
    if (!URL.canParse(url)) return false;
    const { hostname } = new URL(url);
    if (hostname.endsWith('.liveperson.net') || csdsHosts.includes(hostname)) return true;
    return Object.values(this.#options.presets?.services ?? {}).includes(hostname);
  }

  async #load(): Promise<Services> {
    const { createServices } = await import('./liveperson.ts');
    const { generation, presets = {} } = this.#options;
    return createServices({
      generation,
      presets,
      clock: this.#clock,
      secrets: this.#storage(),
      keep: (change) => this.changes.push(change),
    });
  }

  #storage(): SecretStorage {
    const { settings, generation, limits = limitsOf(generation) } = this.#options;
    return (this.#secrets ??= new SecretStorage(settings.secrets, generation, limits));
  }
}
