import { resolve } from 'node:path';
import { type Finding, isEmulatorError } from '../../errors.ts';
import type { CallableFunctions } from '../../invoke/callable.ts';
import type { Generation } from '../../platform/generations.ts';
import { type Change, ProjectWatch } from '../../project/watch.ts';
import { concern, concernSources } from '../watch/concerns.ts';

/** What a chat does when functions are saved. */
export interface Rebuilding {
  root: string;
  /** The function that is the bot, and what it runs on. */
  name: string;
  generation: Generation;
  /** Reads the functions anew; never while a turn is played. */
  reload: () => Promise<CallableFunctions>;
  /** Tells what was saved, and what is wrong with the bot now. */
  tell: (changes: readonly Change[], complaints: readonly Finding[]) => void;
}

/** A watch that goes on until it is closed; `failure` rejects where it cannot go on. */
export interface Rebuild {
  failure: Promise<never>;
  close(): Promise<void>;
}

/** Builds the bot anew whenever the project's functions are saved. Throws `cannot-watch`. */
export async function rebuildOnSave(
  first: CallableFunctions,
  { root, name, generation, reload, tell }: Rebuilding,
): Promise<Rebuild> {
  const watch = await ProjectWatch.start(root);
  let files: string[] = [];
  const build = async (functions: CallableFunctions): Promise<readonly Finding[]> => {
    const began = Date.now();
    const built = await functions.named(name, generation);
    if (!built || 'findings' in built) return built?.findings.length ? built.findings : [unusable(name)];
    files = (built.bundle.files ?? []).map((file) => resolve(root, file));
    watch.include(files, began);
    return [];
  };
  const go = async (): Promise<never> => {
    await build(first);
    for (;;) {
      const changes = await watch.next();
      if (!concernSources(root, changes) && !concern(files, changes)) continue;
      tell(changes, await reload().then(build).catch(told));
    }
  };
  return { failure: go(), close: () => watch.close() };
}

/** What keeps the project from being read waits for the next save, as what keeps the bot from being built does. */
function told(error: unknown): Finding[] {
  if (!isEmulatorError(error)) throw error;
  return [error.finding];
}

/** A hand-written file tells its generation by its shape; one without any is none, and nothing else is known of it. */
function unusable(name: string): Finding {
  return {
    code: 'wrong-lambda',
    severity: 'error',
    message: `the function ${name} is gone, or has no handler of either generation`,
    hint: 'write it as async function lambda(input), or for v1 as function lambda(input, callback)',
  };
}
