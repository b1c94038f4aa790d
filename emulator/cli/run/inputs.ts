import type { BundleResult } from '../../bundle/bundle.ts';
import type { Payload } from '../../payload/payload.ts';
import { type Payloads, payloadsFor } from '../../payload/payloads.ts';
import type { Project } from '../../project/project.ts';
import type { Change } from '../../project/watch.ts';
import type { Passage } from '../../runtime/outbound/passage.ts';
import type { Made } from '../watch/made.ts';
import { concern, concernPayloads, keepIfEqual } from '../watch/concerns.ts';
import { filesOfPayload } from '../watch/named-files.ts';
import type { WatchedPassage } from '../watch/passage.ts';
import { WatchedProject } from '../watch/project.ts';
import { type Fed, feed } from './feed.ts';
import type { RunPlan } from './plan.ts';

/** Everything that a run is made of. */
export interface RunInputs {
  project: Project;
  results: BundleResult[];
  fed: Fed[];
  passage: Passage | undefined;
}

/** What each function's part of a run is made of. */
export function madeOf({ project, results, fed, passage }: RunInputs): Made {
  const made = new Map<string, readonly unknown[]>();
  for (const { name, findings } of project.broken) made.set(name, [JSON.stringify(findings)]);
  for (const { source, payloads, findings } of fed) {
    const own = results.filter((result) => result.function === source.name);
    made.set(source.name, [project.settings, passage, source, findings, ...own, ...payloads]);
  }
  return made;
}

/** Reads what a run is made of, again and again, each part only when it may have changed. */
export class WatchedRunInputs {
  readonly #plan: RunPlan;
  readonly #project: WatchedProject;
  readonly #passage: WatchedPassage;
  #read: { project: Project; payloads: Payloads[] } | undefined;

  constructor(cwd: string, root: string, plan: RunPlan, passage: WatchedPassage) {
    this.#plan = plan;
    this.#project = new WatchedProject(cwd, root, plan.names, { generations: plan.generations });
    this.#passage = passage;
  }

  /** A part that says the same as before is the same object as before. Throws what makes a run impossible. */
  async read(changes: readonly Change[]): Promise<RunInputs> {
    const { project, results } = await this.#project.read(changes);
    const payloads = await this.#readPayloads(project, changes);
    const fed = feed(project.functions, payloads, this.#plan.payloads);
    return { project, results, fed, passage: await this.#passage.read(changes) };
  }

  /** Every file that was read and may lie outside of the project's folders. */
  files(): string[] {
    return [...this.#project.files(), ...this.#passage.files(), ...this.#namedByPayloads()];
  }

  async end(): Promise<void> {
    await this.#project.end();
  }

  async #readPayloads(project: Project, changes: readonly Change[]): Promise<Payloads[]> {
    const before = this.#read;
    const touched = concern(this.#namedByPayloads(), changes) || concernPayloads(project.root, changes);
    if (before?.project === project && !touched) return before.payloads;
    this.#read = undefined;
    const read = await Promise.all(project.functions.map((source) => payloadsFor(project.root, source)));
    const known = new Map(before?.project.functions.map(({ name }, at) => [name, before.payloads[at]]));
    const isTouched = (payload: Payload): boolean => concern(filesOfPayload(project.root, payload), changes);
    const payloads = project.functions.map(({ name }, at) =>
      keepPayloads(known.get(name), read[at], isTouched),
    );
    this.#read = { project, payloads };
    return payloads;
  }

  #namedByPayloads(): string[] {
    const { project, payloads = [] } = this.#read ?? {};
    return payloads.flatMap((each) =>
      each.payloads.flatMap((payload) => filesOfPayload(project?.root ?? '', payload)),
    );
  }
}

function keepPayloads(
  before: Payloads | undefined,
  { payloads, findings }: Payloads = { payloads: [], findings: [] },
  isTouched: (payload: Payload) => boolean,
): Payloads {
  const known = new Map(before?.payloads.map((payload) => [payload.name, payload]));
  return {
    payloads: payloads.map((payload) =>
      isTouched(payload) ? payload : keepIfEqual(known.get(payload.name), payload),
    ),
    findings: keepIfEqual(before?.findings, findings),
  };
}
