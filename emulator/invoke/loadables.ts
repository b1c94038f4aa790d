import type { Bundle } from '../bundle/bundle.ts';
import type { Generation } from '../platform/generations.ts';
import type { Limits } from '../platform/limits.ts';
import type { FunctionSource } from '../project/function-source.ts';
import { functionUuid } from '../project/function-uuid.ts';
import type { Engine } from '../runtime/protocol.ts';
import type { Accounts } from './accounts.ts';
import type { Inspection } from './inspection.ts';
import { type Loadable, makeLoadable } from './loadable.ts';

/** What the bundles of an invoker have in common. */
interface Common {
  engine: Engine;
  limits: Record<Generation, Limits>;
  accounts: Pick<Accounts, 'presets'>;
  inspect: Inspection | undefined;
}

/** Makes each bundle ready to run, once. */
export class Loadables {
  readonly #common: Common;
  readonly #made = new WeakMap<Bundle, Promise<Loadable>>();

  constructor(common: Common) {
    this.#common = common;
  }

  /** The bundle of a function; a debugger does not look at one that is `nested`, which others call. */
  of(bundle: Bundle, source: FunctionSource, nested: boolean): Promise<Loadable> {
    const made = this.#made.get(bundle) ?? this.#make(bundle, source, nested);
    this.#made.set(bundle, made);
    return made;
  }

  async #make(bundle: Bundle, { name, config }: FunctionSource, nested: boolean): Promise<Loadable> {
    const { engine, limits, accounts, inspect } = this.#common;
    const uuids = (await accounts.presets())?.functions;
    return makeLoadable(bundle, {
      engine,
      limits: limits[bundle.generation],
      environment: Object.fromEntries(config.environmentVariables.map(({ key, value }) => [key, value])),
      uuid: uuids?.[name] ?? functionUuid(name),
      ...(inspect && !nested && { inspect }),
    });
  }
}
