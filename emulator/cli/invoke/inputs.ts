import type { Bundle } from '../../bundle/bundle.ts';
import { Rebuilder } from '../../bundle/rebuild.ts';
import type { Generation } from '../../platform/generations.ts';
import type { Payload } from '../../payload/payload.ts';
import type { Change } from '../../project/watch.ts';
import type { Terminal } from '../terminal.ts';
import { concernPayloads, concernProject, keepIfEqual } from '../watch/concerns.ts';
import { chooseBundle, generationsFor } from './bundle.ts';
import type { InvokeOptions } from './options.ts';
import { fileAsked, payloadOf } from './payload.ts';
import { loadFunction, type OneFunction } from './source.ts';

/** Everything that a call is made of. */
export interface CallInputs {
  one: OneFunction;
  bundle: Bundle;
  payload: Payload;
}

/** Reads what a call is made of, again and again, each part only when it may have changed. */
export class WatchedInputs {
  readonly #terminal: Terminal;
  readonly #name: string;
  readonly #options: InvokeOptions;
  /** The file of `--payload`, where it names one. */
  readonly #file: string | undefined;
  #one: OneFunction | undefined;
  #fed: { one: OneFunction; payload: Payload } | undefined;
  #rebuilder: Rebuilder | undefined;
  #wanted: readonly Generation[] = [];

  constructor(terminal: Terminal, name: string, options: InvokeOptions) {
    this.#terminal = terminal;
    this.#name = name;
    this.#options = options;
    const { payload = '-' } = options;
    this.#file = payload === '-' ? undefined : fileAsked(terminal, payload);
  }

  /** A part that says the same as before is the same object as before. Throws what is wrong with any of them. */
  async read(changes: readonly Change[]): Promise<CallInputs> {
    const one = this.#readFunction(changes);
    const bundle = await this.#readBundle(one, changes);
    return { one, bundle, payload: await this.#readPayload(one, changes) };
  }

  /** Every file that was read and may lie outside of the project's folders. */
  files(): string[] {
    return [...(this.#rebuilder?.files() ?? []), ...(this.#file === undefined ? [] : [this.#file])];
  }

  async end(): Promise<void> {
    await this.#rebuilder?.end();
  }

  #readFunction(changes: readonly Change[]): OneFunction {
    const before = this.#one;
    if (before && !concernProject(before.root, changes, new Set(this.files()))) return before;
    this.#one = undefined;
    return (this.#one = keepIfEqual(before, loadFunction(this.#terminal.cwd, this.#name)));
  }

  async #readBundle({ root, source }: OneFunction, changes: readonly Change[]): Promise<Bundle> {
    const wanted = generationsFor(source, this.#options.generation);
    if (!this.#rebuilder || wanted.join() !== this.#wanted.join()) {
      await this.#rebuilder?.end();
      this.#rebuilder = new Rebuilder(root, { generations: wanted });
      this.#wanted = wanted;
    }
    return chooseBundle(source, wanted, await this.#rebuilder.build([source], changes));
  }

  async #readPayload(one: OneFunction, changes: readonly Change[]): Promise<Payload> {
    const before = this.#fed;
    if (before?.one === one && !concernPayloads(one.root, changes, this.#file)) return before.payload;
    this.#fed = undefined;
    const payload = await payloadOf(this.#terminal, one.root, one.source, this.#options);
    this.#fed = { one, payload: keepIfEqual(before?.payload, payload) };
    return this.#fed.payload;
  }
}
