import { isEmulatorError } from '../../errors.ts';
import { shownPath } from '../../project/json-file.ts';
import { type Change, ProjectWatch, together } from '../../project/watch.ts';
import { changeLines } from '../../report/changes.ts';
import { interrupted } from '../interrupted.ts';
import { exits, renderFinding } from '../main.ts';
import type { Terminal } from '../terminal.ts';

/** What a command does again and again. */
export interface Watched {
  /** Folders of the project in which it does not only read what it names. */
  folders?: readonly string[];
  /**
   * One round: everything where `changes` is empty, else what they concern. It calls `announce` once it knows that they
   * concern something, and answers the files (absolute paths) that it has read outside of the project's folders.
   */
  round(changes: readonly Change[], announce: () => void): Promise<Iterable<string>>;
  end(): Promise<void>;
}

/**
 * Runs a round, and one more whenever the project's files change, until it is interrupted. A complaint is printed and
 * waits for the next save, unless it is about the command line: no save would mend that.
 */
export async function watchProject(terminal: Terminal, root: string, watched: Watched): Promise<number> {
  const stopped = interrupted();
  const watch = await ProjectWatch.start(root, watched.folders);
  // What a round that failed was about is still to be dealt with.
  let open: readonly Change[] = [];
  // What concerned nothing, and so was not told.
  const untold = new Map<string, Change['kind']>();
  const play = async (changes: readonly Change[]): Promise<void> => {
    const began = Date.now();
    let announced = changes.length === 0;
    const announce = (): void => {
      if (!announced) terminal.err(changeLines(shown(root, since(untold, changes)), terminal.errorColour));
      announced = true;
    };
    open = merged(open, changes);
    try {
      watch.include(await watched.round(open, announce), began);
      open = [];
    } catch (error) {
      if (!isEmulatorError(error) || (changes.length === 0 && !error.finding.where)) throw error;
      announce();
      terminal.err(renderFinding(error.finding));
    }
    for (const { path, kind } of changes) {
      if (announced) untold.delete(path);
      else untold.set(path, kind);
    }
  };
  const playAll = async (): Promise<void> => {
    await play([]);
    terminal.err('watching for saves; Ctrl-C ends it\n');
    for (;;) await play(await watch.next());
  };
  try {
    await Promise.race([stopped, playAll()]);
    return exits.good;
  } finally {
    await Promise.all([watch.close(), watched.end()]);
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

function shown(root: string, changes: readonly Change[]): Change[] {
  return changes.map(({ path, kind }) => ({ path: shownPath(root, path), kind }));
}
