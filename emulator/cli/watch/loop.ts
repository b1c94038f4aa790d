import { type Change, ProjectWatch } from '../../project/watch.ts';
import { interrupted } from '../interrupted.ts';
import { exits } from '../main.ts';
import type { Terminal } from '../terminal.ts';
import { Rounds } from './rounds.ts';
import type { Watched } from './watched.ts';

/**
 * Runs a round, and one more whenever the project's files change, until it is interrupted; a save drops the round that
 * it finds under way, since that is about what is no longer there. A complaint is printed and waits for the next save,
 * unless it is about the command line: no save would mend that.
 */
export async function watchProject(terminal: Terminal, root: string, watched: Watched): Promise<number> {
  const over = new AbortController();
  const stopped = interrupted().then(() => over.abort());
  const watch = await ProjectWatch.start(root, watched.folders);
  const rounds = new Rounds(terminal, root, watched, watch);
  const playAll = async (): Promise<void> => {
    let changes: readonly Change[] = [];
    for (let first = true; ; first = false) {
      const stale = new AbortController();
      const drop = (): void => stale.abort();
      const saved = nextSave(watch, watched);
      saved.then(drop, drop);
      await rounds.play(changes, AbortSignal.any([stale.signal, over.signal]));
      if (first && !over.signal.aborted) terminal.err('watching for saves; Ctrl-C ends it\n');
      changes = await saved;
    }
  };
  try {
    await Promise.race([stopped, playAll()]);
    return exits.good;
  } finally {
    await Promise.all([watch.close(), watched.end()]);
  }
}

/** What was saved since the last save by anybody but the command itself. */
async function nextSave(watch: ProjectWatch, watched: Watched): Promise<Change[]> {
  for (;;) {
    const changes = await watch.next();
    const others = changes.filter(({ path }) => !watched.writes?.(path));
    if (others.length > 0) return others;
  }
}
