import { isEmulatorError } from '../../errors.ts';
import { shownPath } from '../../project/json-file.ts';
import { type Change, type ProjectWatch, together } from '../../project/watch.ts';
import { changeLines } from '../../report/changes.ts';
import { renderFinding } from '../main.ts';
import type { Terminal } from '../terminal.ts';
import type { Watched } from './watched.ts';

/** The rounds of one command, one after the other: what each is about, and what is told of it. */
export class Rounds {
  readonly #terminal: Terminal;
  readonly #root: string;
  readonly #watched: Watched;
  readonly #watch: ProjectWatch;
  /** What a round was about that failed or was dropped: it is still to be dealt with. */
  #open: readonly Change[] = [];
  /** When the first of those rounds began. */
  #began: number | undefined;
  /** What concerned nothing, and so was not told. */
  readonly #untold = new Map<string, Change['kind']>();

  constructor(terminal: Terminal, root: string, watched: Watched, watch: ProjectWatch) {
    this.#terminal = terminal;
    this.#root = root;
    this.#watched = watched;
    this.#watch = watch;
  }

  /** One round, until `signal` drops it. */
  async play(changes: readonly Change[], signal: AbortSignal): Promise<void> {
    let announced = changes.length === 0;
    const announce = (): void => {
      if (!announced && !signal.aborted) this.#announce(changes);
      announced = true;
    };
    try {
      await this.#round(changes, announce, signal);
    } catch (error) {
      if (!signal.aborted) this.#complain(error, changes, announce);
    }
    for (const { path, kind } of changes) {
      if (announced) this.#untold.delete(path);
      else this.#untold.set(path, kind);
    }
  }

  async #round(changes: readonly Change[], announce: () => void, signal: AbortSignal): Promise<void> {
    this.#began ??= Date.now();
    this.#open = merged(this.#open, changes);
    this.#watch.include(await this.#watched.round(this.#open, announce, signal), this.#began);
    this.#open = [];
    this.#began = undefined;
  }

  /** No save would mend what is wrong with the command line. */
  #complain(error: unknown, changes: readonly Change[], announce: () => void): void {
    if (!isEmulatorError(error) || (changes.length === 0 && !error.finding.where)) throw error;
    announce();
    this.#terminal.err(renderFinding(error.finding));
  }

  #announce(changes: readonly Change[]): void {
    const told = since(this.#untold, changes).map(({ path, kind }) => ({
      path: shownPath(this.#root, path),
      kind,
    }));
    this.#terminal.err(changeLines(told, this.#terminal.errorColour));
  }
}

/** What `changes` come to for somebody who was not told of those before. */
function since(untold: ReadonlyMap<string, Change['kind']>, changes: readonly Change[]): Change[] {
  return changes.flatMap(({ path, kind: then }) => {
    const kind = together(untold.get(path), then);
    return kind === null ? [] : [{ path, kind }];
  });
}

/** All changes, of each file the last one. */
function merged(before: readonly Change[], after: readonly Change[]): Change[] {
  return [...new Map([...before, ...after].map((change) => [change.path, change])).values()];
}
