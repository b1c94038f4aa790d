import { readdirSync, realpathSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import type { FSWatcher } from 'chokidar';
import { EmulatorError } from '../errors.ts';
import { writtenSince } from './file-print.ts';
import { accountFile } from './settings.ts';
import { type Change, Settling, together } from './settling.ts';

export { type Change, together } from './settling.ts';

/** The folders of a project in which every file matters, to whatever is done with it. */
const usual = ['functions', 'payloads'];

/** What editors keep beside the files that they edit, and what is installed. */
const ignored = /^\.|~$|^#.*#$|^node_modules$/;

/** Milliseconds that the clock of a file system may be behind. */
const clockStep = 10;

/** Watches a project's files, and tells what has become of them once a save is complete. */
export class ProjectWatch {
  readonly #root: string;
  readonly #folders: readonly string[];
  readonly #watcher: FSWatcher;
  readonly #settling = new Settling((changes) => this.#tell(changes));
  /** Files elsewhere that are watched, and their folders. */
  readonly #others = new Set<string>();
  readonly #otherFolders = new Set<string>();
  #told = new Map<string, Change>();
  #wake: () => void = () => undefined;
  #failure: Error | undefined;

  private constructor(root: string, folders: readonly string[], { watch }: typeof import('chokidar')) {
    this.#root = root;
    this.#folders = folders;
    this.#watcher = watch(root, {
      ignored: (path) => !this.#isWatched(path),
      atomic: false,
      ignorePermissionErrors: true,
    });
    this.#watcher.on('error', (error) => {
      this.#failure = cannotWatch(error);
      this.#wake();
    });
  }

  /**
   * Starts to watch the project at `root`, and in it `more` folders than usual; answers once every change will be seen.
   * Throws `cannot-watch`.
   */
  static async start(root: string, more: readonly string[] = []): Promise<ProjectWatch> {
    // Recursive fs.watch loses a file on Linux once another has been renamed over it, as editors save.
    const project = new ProjectWatch(realpathSync(root), [...usual, ...more], await import('chokidar'));
    await project.#begin();
    return project;
  }

  /** Watches these files too (absolute paths), wherever they are; they were read after `began` (as `Date.now` has it). */
  include(files: Iterable<string>, began: number): void {
    for (const file of files) {
      if (this.#matters(file)) continue;
      this.#others.add(file);
      this.#otherFolders.add(dirname(file));
      if (writtenSince(file, began - clockStep)) this.#settling.doubt(file);
      else this.#settling.learn(file);
      this.#watcher.add(dirname(file));
    }
  }

  /** What has changed since it was last asked for, each file once; waits for it. Throws `cannot-watch`. */
  async next(): Promise<Change[]> {
    while (this.#told.size === 0) {
      if (this.#failure) throw this.#failure;
      await new Promise<void>((wake) => (this.#wake = wake));
    }
    const changes = [...this.#told.values()];
    this.#told.clear();
    return changes;
  }

  async close(): Promise<void> {
    this.#settling.stop();
    await this.#watcher.close();
  }

  async #begin(): Promise<void> {
    const learn = (path: string): void => this.#settling.learn(path);
    this.#watcher.on('add', learn);
    await new Promise<void>((ready) => {
      this.#wake = ready;
      this.#watcher.once('ready', ready);
    });
    if (this.#failure) throw this.#failure;
    this.#watcher.off('add', learn);
    for (const event of ['add', 'change', 'unlink'] as const)
      this.#watcher.on(event, (path) => this.#mark(path));
    // What chokidar makes of the events itself comes late, or not at all when a file changes twice within 50 ms.
    this.#watcher.on('raw', (_, name, details) => {
      const { watchedPath } = details as { watchedPath: string };
      this.#mark(watchedPath);
      if (name) this.#markAll(join(watchedPath, name));
    });
  }

  /** A folder that comes with files in it is one event, and chokidar finds them one by one. */
  #markAll(path: string): void {
    this.#mark(path);
    if (!this.#matters(path)) return;
    for (const file of filesBelow(path)) this.#mark(file);
  }

  #mark(path: string): void {
    if (this.#matters(path)) this.#settling.mark(path);
  }

  #matters(path: string): boolean {
    if (this.#others.has(path)) return true;
    const [first = '', ...parts] = relative(this.#root, path).split(sep);
    if (first === accountFile) return true;
    return this.#folders.includes(first) && !parts.some((part) => ignored.test(part));
  }

  /** The root itself is one, for a folder that is not there yet. */
  #isWatched(path: string): boolean {
    return path === this.#root || this.#otherFolders.has(path) || this.#matters(path);
  }

  #tell(changes: Change[]): void {
    for (const change of changes) {
      const kind = together(this.#told.get(change.path)?.kind, change.kind);
      if (kind === null) this.#told.delete(change.path);
      else this.#told.set(change.path, { ...change, kind });
    }
    this.#wake();
  }
}

function filesBelow(folder: string): string[] {
  try {
    const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
    return entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name));
  } catch {
    // No folder, or gone by now.
    return [];
  }
}

function cannotWatch(error: unknown): EmulatorError {
  const { code, message } = error as NodeJS.ErrnoException;
  const full = code === 'ENOSPC' || code === 'EMFILE';
  return new EmulatorError({
    code: 'cannot-watch',
    message: `the project's files cannot be watched: ${code ?? message}`,
    hint: full
      ? "raise the system's limit of watched files (sysctl fs.inotify.max_user_watches), or work without --watch"
      : 'work without --watch',
  });
}
