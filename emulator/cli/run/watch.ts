import { judgeAll } from '../../bundle/judge-all.ts';
import { Judge } from '../../bundle/judge-again.ts';
import type { Invoker } from '../../invoke/invoker.ts';
import { Ledger } from '../../invoke/ledger.ts';
import { type Row, runMatrix } from '../../invoke/matrix.ts';
import { unlessDropped } from '../../invoke/unless-dropped.ts';
import { findRoot } from '../../project/find.ts';
import type { Change } from '../../project/watch.ts';
import type { RunReport } from '../../report/report.ts';
import type { PassageOptions } from '../passage.ts';
import { projectDoubts } from '../doubts.ts';
import { progress } from '../progress.ts';
import type { Terminal } from '../terminal.ts';
import { concernSources } from '../watch/concerns.ts';
import { concernedFunctions, type Made } from '../watch/made.ts';
import { watchProject } from '../watch/loop.ts';
import { WatchedPassage } from '../watch/passage.ts';
import type { Watched } from '../watch/watched.ts';
import { toRows } from './feed.ts';
import { madeOf, type RunInputs, WatchedRunInputs } from './inputs.ts';
import { type RunPlan, startInvoker } from './plan.ts';
import { assertWatchable, printRound } from './print-round.ts';
import { reportOf } from './report-of.ts';

/** `lpf-emulator run --watch`: everything once, then what each save concerns. */
export async function watchRun(terminal: Terminal, plan: RunPlan, options: PassageOptions): Promise<number> {
  assertWatchable(plan.reporters);
  const root = findRoot(terminal.cwd);
  const passage = new WatchedPassage(terminal, root, options, plan.passage);
  const inputs = new WatchedRunInputs(terminal.cwd, root, plan, passage);
  return watchProject(terminal, root, new RunWatch(terminal, plan, inputs));
}

class RunWatch implements Watched {
  readonly #terminal: Terminal;
  readonly #plan: RunPlan;
  readonly #inputs: WatchedRunInputs;
  readonly #ledger = new Ledger();
  readonly #judge: Judge;
  #running: (Pick<RunInputs, 'project' | 'passage'> & { invoker: Invoker }) | undefined;
  #made: Made = new Map();
  #failed = true;

  constructor(terminal: Terminal, plan: RunPlan, inputs: WatchedRunInputs) {
    this.#terminal = terminal;
    this.#plan = plan;
    this.#inputs = inputs;
    this.#judge = new Judge((functions, results) => judgeAll(functions, results, plan.limits));
  }

  async round(
    changes: readonly Change[],
    announce: () => void,
    signal: AbortSignal,
  ): Promise<Iterable<string>> {
    const began = performance.now();
    const afterFailure = this.#failed;
    this.#failed = true;
    const inputs = await this.#inputs.read(changes);
    const made = madeOf(inputs);
    const concerned = concernedFunctions(this.#made, made);
    if (concernSources(inputs.project.root, changes)) this.#ledger.forgetCallers();
    const rows = toRows(inputs.results, inputs.fed);
    const missing = this.#ledger.missing(rows, givenOf(inputs));
    for (const { source } of missing) concerned.add(source.name);
    if (afterFailure || concerned.size > 0) {
      announce();
      const { part, whole } = await unlessDropped(
        signal,
        () => this.#endCalls(),
        () => this.#run(inputs, { rows, missing, concerned, began }),
      );
      await printRound(this.#terminal, this.#plan.reporters, part, whole);
      this.#running?.invoker.renew(this.#plan.generations.length);
    }
    this.#made = made;
    this.#failed = false;
    return this.#inputs.files();
  }

  async end(): Promise<void> {
    await Promise.all([this.#inputs.end(), this.#endCalls()]);
  }

  async #endCalls(): Promise<void> {
    const ended = this.#running;
    this.#running = undefined;
    await ended?.invoker.close();
  }

  /** Runs what is missing; answers a report of that, and one of everything. */
  async #run(
    inputs: RunInputs,
    { rows, missing, concerned, began }: Round,
  ): Promise<{ part: RunReport; whole: RunReport }> {
    const { project, results, fed } = inputs;
    const { matrix } = this.#plan;
    const invoker = this.#invokerFor(inputs, missing.length);
    const { done, onRecord } = progress(this.#terminal, missing, matrix.repeat);
    const [records, judged, doubts] = await Promise.all([
      runMatrix(invoker, missing, { ...matrix, onRecord }),
      this.#judge.judge(project.functions, results),
      projectDoubts(project.root),
    ]).finally(done);
    this.#ledger.note(missing, givenOf(inputs), records);
    const { broken } = project;
    const all = { records: this.#ledger.records(rows), broken, fed, judged, doubts, began };
    const part = {
      records,
      broken: broken.filter(({ name }) => concerned.has(name)),
      fed: fed.filter(({ source }) => concerned.has(source.name)),
      judged: judged.filter(({ source }) => concerned.has(source.name)),
      doubts,
      began,
    };
    return { part: reportOf(part), whole: reportOf(all) };
  }

  /** What an invoker was given holds for all its calls: a changed project has a new one. */
  #invokerFor({ project, passage }: RunInputs, bundles: number): Invoker {
    if (this.#running?.project !== project || this.#running.passage !== passage) {
      void this.#running?.invoker.close();
      const invoker = startInvoker({ ...this.#plan, passage }, project, bundles);
      this.#running = { project, passage, invoker };
    }
    return this.#running.invoker;
  }
}

/** What a round is about. */
interface Round {
  rows: Row[];
  /** Those of the rows that have to be run. */
  missing: Row[];
  /** Names of functions. */
  concerned: ReadonlySet<string>;
  began: number;
}

/** What every row is given. */
function givenOf({ project, passage }: RunInputs): unknown[] {
  return [project.settings, passage];
}
