import type { BundleResult } from '../../bundle/bundle.ts';
import { Rebuilder } from '../../bundle/rebuild.ts';
import { type Payloads, payloadsFor } from '../../payload/payloads.ts';
import { loadProject } from '../../project/load.ts';
import type { Project } from '../../project/project.ts';
import type { Change } from '../../project/watch.ts';
import { concernPayloads, concernProject, keepIfEqual } from '../watch/concerns.ts';
import { type Fed, feed } from './feed.ts';
import type { RunPlan } from './plan.ts';

/** Everything that a run is made of. */
export interface RunInputs {
  project: Project;
  results: BundleResult[];
  fed: Fed[];
}

/** Reads what a run is made of, again and again, each part only when it may have changed. */
export class WatchedRunInputs {
  readonly #cwd: string;
  readonly #plan: RunPlan;
  readonly #rebuilder: Rebuilder;
  #project: Project | undefined;
  #read: { project: Project; payloads: Payloads[] } | undefined;

  constructor(cwd: string, root: string, plan: RunPlan) {
    this.#cwd = cwd;
    this.#plan = plan;
    this.#rebuilder = new Rebuilder(root, { generations: plan.generations });
  }

  /** A part that says the same as before is the same object as before. Throws what makes a run impossible. */
  async read(changes: readonly Change[]): Promise<RunInputs> {
    const project = this.#readProject(changes);
    const results = await this.#rebuilder.build(project.functions, changes);
    const payloads = await this.#readPayloads(project, changes);
    return { project, results, fed: feed(project.functions, payloads, this.#plan.payloads) };
  }

  /** Every file that was read and may lie outside of the project's folders. */
  files(): string[] {
    return this.#rebuilder.files();
  }

  async end(): Promise<void> {
    await this.#rebuilder.end();
  }

  #readProject(changes: readonly Change[]): Project {
    const before = this.#project;
    if (before && !concernProject(before.root, changes, new Set(this.files()))) return before;
    this.#project = undefined;
    return (this.#project = keepParts(before, loadProject(this.#cwd, this.#plan.names)));
  }

  async #readPayloads(project: Project, changes: readonly Change[]): Promise<Payloads[]> {
    const before = this.#read;
    if (before?.project === project && !concernPayloads(project.root, changes)) return before.payloads;
    this.#read = undefined;
    const read = await Promise.all(project.functions.map((source) => payloadsFor(project.root, source)));
    const known = new Map(before?.project.functions.map(({ name }, at) => [name, before.payloads[at]]));
    const payloads = project.functions.map(({ name }, at) => keepPayloads(known.get(name), read[at]));
    this.#read = { project, payloads };
    return payloads;
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

function keepPayloads(
  before: Payloads | undefined,
  { payloads, findings }: Payloads = { payloads: [], findings: [] },
): Payloads {
  const known = new Map(before?.payloads.map((payload) => [payload.name, payload]));
  return {
    payloads: payloads.map((payload) => keepIfEqual(known.get(payload.name), payload)),
    findings: keepIfEqual(before?.findings, findings),
  };
}
