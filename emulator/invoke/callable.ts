import { resolve } from 'node:path';
import { bundleFunctions } from '../bundle/build.ts';
import type { Bundle } from '../bundle/bundle.ts';
import type { Finding } from '../errors.ts';
import { eventById } from '../platform/events.ts';
import { type Generation, generations } from '../platform/generations.ts';
import { functionUuid } from '../project/function-uuid.ts';
import type { FunctionSource } from '../project/function-source.ts';
import { loadFunctions } from '../project/load.ts';
import type { Project } from '../project/project.ts';

/** A function that others can call, or why it cannot be called. */
export type Callable = { bundle: Bundle; source: FunctionSource } | { findings: Finding[] };

/** The functions of a project as others call them: read with the first call, each bundled when it is called. */
export class CallableFunctions {
  readonly root: string;
  readonly uuids: Readonly<Record<string, string>>;
  readonly #built = new Map<string, Promise<Callable>>();
  #project: Pick<Project, 'functions' | 'broken'> | undefined;

  /** `uuids` by name stand in place of those that the names lead to. */
  constructor(root: string, uuids: Readonly<Record<string, string>> = {}) {
    this.root = root;
    this.uuids = uuids;
  }

  /** The function of a uuid, on `generation` or, where it is not written for that, on its own. */
  async find(uuid: string, generation: Generation): Promise<Callable | undefined> {
    const { functions, broken } = this.#all();
    const source = functions.find(({ name }) => this.#uuidOf(name) === uuid);
    return source ? this.#build(source, generation) : broken.find(({ name }) => this.#uuidOf(name) === uuid);
  }

  /** The names of all functions, those among them that cannot be used. */
  names(): string[] {
    const { functions, broken } = this.#all();
    return [...functions, ...broken].map(({ name }) => name).toSorted();
  }

  /** The event that the function of a name is for; `undefined` where it cannot be used. */
  eventOf(name: string): string | null | undefined {
    return this.#all().functions.find((each) => each.name === name)?.config.event;
  }

  /** The function of a name, on `generation` or on its own. */
  async named(name: string, generation: Generation): Promise<Callable | undefined> {
    const { functions, broken } = this.#all();
    const source = functions.find((each) => each.name === name);
    return source ? this.#build(source, generation) : broken.find((each) => each.name === name);
  }

  /** What the function of a name runs on where `asked` is asked for; just that where it cannot be built. */
  async generationOf(name: string, asked: Generation): Promise<Generation> {
    const found = await this.named(name, asked);
    return found && 'bundle' in found ? found.bundle.generation : asked;
  }

  /** The uuids of the functions that react to an event of the platform. */
  forEvent(event: string): string[] {
    if (!eventById(event)) return [];
    const own = this.#all().functions.filter(({ config }) => config.event === event);
    return own.map(({ name }) => this.#uuidOf(name));
  }

  /** The files that went into what was built so far, absolute. */
  async files(): Promise<string[]> {
    const built = await Promise.all(this.#built.values());
    const named = built.flatMap((each) => ('bundle' in each ? (each.bundle.files ?? []) : []));
    return named.map((file) => resolve(this.root, file));
  }

  #uuidOf(name: string): string {
    return this.uuids[name] ?? functionUuid(name);
  }

  #all(): Pick<Project, 'functions' | 'broken'> {
    return (this.#project ??= loadFunctions(this.root));
  }

  #build(source: FunctionSource, generation: Generation): Promise<Callable> {
    const key = `${generation} ${source.name}`;
    const known = this.#built.get(key);
    if (known) return known;
    const built = this.#bundle(source, [generation]).then((one) =>
      'findings' in one && one.findings.length === 0 ? this.#bundle(source, generations) : one,
    );
    this.#built.set(key, built);
    return built;
  }

  async #bundle(source: FunctionSource, wanted: readonly Generation[]): Promise<Callable> {
    const results = await bundleFunctions(this.root, [source], { generations: wanted });
    const bundle = results.findLast((result) => result.bundle)?.bundle;
    return bundle ? { bundle, source } : { findings: results.flatMap(({ findings }) => findings) };
  }
}
