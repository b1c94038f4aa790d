import type { Bundle } from '../../bundle/bundle.ts';
import { chooseBundle, generationsFor } from '../../bundle/bundle-one.ts';
import { Rebuilder } from '../../bundle/rebuild.ts';
import type { Generation } from '../../platform/generations.ts';
import type { Payload } from '../../payload/payload.ts';
import { loadOne, type OneFunction } from '../../project/load-one.ts';
import type { Change } from '../../project/watch.ts';
import type { Passage } from '../../runtime/outbound/passage.ts';
import type { Terminal } from '../terminal.ts';
import { concern, concernPayloads, concernProject, keepIfEqual } from '../watch/concerns.ts';
import { filesOfAccount, filesOfPayload } from '../watch/named-files.ts';
import type { WatchedPassage } from '../watch/passage.ts';
import type { InvokeOptions } from './options.ts';
import { fileAsked, payloadOf } from './payload.ts';

/** Everything that a call is made of. */
export interface CallInputs {
  one: OneFunction;
  bundle: Bundle;
  payload: Payload;
  passage: Passage | undefined;
}

/** Reads what a call is made of, again and again, each part only when it may have changed. */
export class WatchedInputs {
  readonly #terminal: Terminal;
  readonly #name: string;
  readonly #options: InvokeOptions;
  readonly #passage: WatchedPassage;
  /** The file of `--payload`, where it names one. */
  readonly #file: string[];
  #one: OneFunction | undefined;
  #fed: { one: OneFunction; payload: Payload } | undefined;
  #rebuilder: Rebuilder | undefined;
  #wanted: readonly Generation[] = [];

  constructor(terminal: Terminal, name: string, options: InvokeOptions, passage: WatchedPassage) {
    this.#terminal = terminal;
    this.#name = name;
    this.#options = options;
    this.#passage = passage;
    const { payload = '-' } = options;
    const file = payload === '-' ? undefined : fileAsked(terminal, payload);
    this.#file = file === undefined ? [] : [file];
  }

  /** A part that says the same as before is the same object as before. Throws what is wrong with any of them. */
  async read(changes: readonly Change[]): Promise<CallInputs> {
    const one = this.#readFunction(changes);
    const bundle = await this.#readBundle(one, changes);
    const payload = await this.#readPayload(one, changes);
    return { one, bundle, payload, passage: await this.#passage.read(changes) };
  }

  /** Every file that was read and may lie outside of the project's folders. */
  files(): string[] {
    return [
      ...(this.#rebuilder?.files() ?? []),
      ...this.#file,
      ...this.#passage.files(),
      ...this.#namedByPayload(),
      ...this.#namedByAccount(),
    ];
  }

  async end(): Promise<void> {
    await this.#rebuilder?.end();
  }

  #readFunction(changes: readonly Change[]): OneFunction {
    const before = this.#one;
    if (before && concern(this.#namedByAccount(), changes)) return (this.#one = { ...before });
    if (before && !concernProject(before.root, changes, new Set(this.files()))) return before;
    this.#one = undefined;
    return (this.#one = keepIfEqual(before, loadOne(this.#terminal.cwd, this.#name)));
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
    const named = concern(this.#namedByPayload(), changes);
    const touched = named || concern(this.#file, changes) || concernPayloads(one.root, changes);
    if (before?.one === one && !touched) return before.payload;
    this.#fed = undefined;
    const payload = await payloadOf(this.#terminal, one.root, one.source, this.#options);
    this.#fed = { one, payload: named ? payload : keepIfEqual(before?.payload, payload) };
    return this.#fed.payload;
  }

  #namedByPayload(): string[] {
    return this.#fed ? filesOfPayload(this.#fed.one.root, this.#fed.payload) : [];
  }

  #namedByAccount(): string[] {
    return this.#one ? filesOfAccount(this.#one.root, this.#one.settings) : [];
  }
}
