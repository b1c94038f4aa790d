import { join, sep } from 'node:path';
import { conversationFolder } from '../../conversation/find.ts';
import { isSnapshotFile } from '../../conversation/snapshot/name.ts';
import { findRoot } from '../../project/find.ts';
import type { Change } from '../../project/watch.ts';
import { assertWatchable } from '../run/print-round.ts';
import type { Terminal } from '../terminal.ts';
import { watchProject } from '../watch/loop.ts';
import type { Watched } from '../watch/watched.ts';
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
  /** Whether everything has been played once. */
  #played = false;

  constructor(terminal: Terminal, plan: TestPlan, folder: string) {
    this.#terminal = terminal;
    this.#plan = plan;
    this.#folder = folder;
  }

  writes(path: string): boolean {
    return isSnapshotFile(path);
  }

  async round(
    changes: readonly Change[],
    announce: () => void,
    signal: AbortSignal,
  ): Promise<Iterable<string>> {
    announce();
    const { report, files } = await runTest(this.#terminal, this.#plan, {
      only: this.#only(changes),
      signal,
    });
    this.#played = true;
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
    return this.#played && paths.every(isOne) ? new Set(paths) : undefined;
  }
}
