import { join, sep } from 'node:path';
import { conversationFolder } from '../../conversation/find.ts';
import { isSnapshotFile } from '../../conversation/snapshot/name.ts';
import { findRoot } from '../../project/find.ts';
import type { Change } from '../../project/watch.ts';
import { assertWatchable } from '../run/print-round.ts';
import type { Terminal } from '../terminal.ts';
import { type Watched, watchProject } from '../watch/loop.ts';
import type { TestPlan } from './plan.ts';
import { printTestReports } from './reporters.ts';
import { runTest } from './run.ts';

/** `lpf-emulator test --watch`: everything once, then what each save concerns. */
export async function watchTest(terminal: Terminal, plan: TestPlan): Promise<number> {
  assertWatchable(plan.reporters);
  const root = findRoot(terminal.cwd);
  return watchProject(terminal, root, new TestWatch(terminal, plan, join(root, conversationFolder) + sep));
}

class TestWatch implements Watched {
  readonly folders = [conversationFolder];
  readonly #terminal: Terminal;
  readonly #plan: TestPlan;
  /** Where conversation files are, with a separator at its end. */
  readonly #folder: string;
  #files: string[] = [];

  constructor(terminal: Terminal, plan: TestPlan, folder: string) {
    this.#terminal = terminal;
    this.#plan = plan;
    this.#folder = folder;
  }

  async round(changes: readonly Change[], announce: () => void): Promise<Iterable<string>> {
    // What is written here itself is no reason for another round.
    const told = changes.filter(({ path }) => !isSnapshotFile(path));
    if (changes.length > 0 && told.length === 0) return this.#files;
    if (told.length > 0) announce();
    const { report, files } = await runTest(this.#terminal, this.#plan, { only: this.#only(told) });
    this.#files = files;
    await printTestReports(this.#terminal, this.#plan.reporters, report, { compact: true });
    return files;
  }

  end(): Promise<void> {
    return Promise.resolve();
  }

  /** The conversation files that were saved, where nothing else was: only they can go otherwise. */
  #only(changes: readonly Change[]): ReadonlySet<string> | undefined {
    const paths = changes.map(({ path }) => path);
    const isOne = (path: string): boolean => path.startsWith(this.#folder) && /\.ya?ml$/.test(path);
    return paths.length > 0 && paths.every(isOne) ? new Set(paths) : undefined;
  }
}
