import type { BundleResult } from '../../bundle/bundle.ts';
import { Rebuilder } from '../../bundle/rebuild.ts';
import type { Generation } from '../../platform/generations.ts';
import { loadProject } from '../../project/load.ts';
import type { Project } from '../../project/project.ts';
import type { Change } from '../../project/watch.ts';
import { concern, concernProject, keepIfEqual } from './concerns.ts';
import { filesOfAccount } from './named-files.ts';

/** A project that is watched, read and bundled again and again, each part of it only when it may have changed. */
export class WatchedProject {
  readonly #cwd: string;
  readonly #names: readonly string[] | undefined;
  readonly #rebuilder: Rebuilder;
  #project: Project | undefined;

  constructor(
    cwd: string,
    root: string,
    names: readonly string[] | undefined,
    options: { generations: readonly Generation[]; minify?: boolean },
  ) {
    this.#cwd = cwd;
    this.#names = names;
    this.#rebuilder = new Rebuilder(root, options);
  }

  /** A part that says the same as before is the same object as before. Throws what `loadProject` throws. */
  async read(changes: readonly Change[]): Promise<{ project: Project; results: BundleResult[] }> {
    const project = this.#readProject(changes);
    return { project, results: await this.#rebuilder.build(project.functions, changes) };
  }

  /** Every file that was read and may lie outside of the project's folders. */
  files(): string[] {
    return [...this.#rebuilder.files(), ...this.#namedByAccount()];
  }

  async end(): Promise<void> {
    await this.#rebuilder.end();
  }

  #readProject(changes: readonly Change[]): Project {
    const before = this.#project;
    if (before && concern(this.#namedByAccount(), changes)) {
      return (this.#project = { ...before, settings: { ...before.settings } });
    }
    if (before && !concernProject(before.root, changes, new Set(this.files()))) return before;
    this.#project = undefined;
    return (this.#project = keepParts(before, loadProject(this.#cwd, this.#names)));
  }

  #namedByAccount(): string[] {
    return this.#project ? filesOfAccount(this.#project.root, this.#project.settings) : [];
  }
}

/** The project as it is now, with every part of `before` that still says the same. */
function keepParts(before: Project | undefined, project: Project): Project {
  const known = new Map(before?.functions.map((source) => [source.name, source]));
  return keepIfEqual(before, {
    ...project,
    functions: project.functions.map((source) => keepIfEqual(known.get(source.name), source)),
    settings: keepIfEqual(before?.settings, project.settings),
  });
}
