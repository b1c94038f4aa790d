import { renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { writeFiles } from '../temporary.ts';
import { goOn } from './going-on.ts';

const root = join(__dirname, '../..');

/** A command that watches, as a user has it before him: both outputs in the order in which they came. */
export interface Watched {
  /** Waits until what was printed since the last wait ends with `end`, and answers it with what varies under its name. */
  until(end: string | RegExp): Promise<string>;
  /** Saves files one after the other, so that their events come together. */
  save(files: Record<string, unknown>): void;
  /** Removes a folder with all that is in it, so that the events of its files come together. */
  remove(folder: string): void;
  /** Saves a file as editors do: writes it beside and renames it over the old one. */
  saveByRenaming(file: string, text: string): void;
  /** Ctrl-C: answers the exit code once no process of the command is left. */
  interrupt(): Promise<number | null>;
}

/** Starts `lpf-emulator` or `lpf-bundle` with `--watch` in `cwd`. */
export function watched(
  name: 'lpf-emulator' | 'lpf-bundle',
  cwd: string,
  args: readonly string[],
  { stderr = true }: { stderr?: boolean } = {},
): Watched {
  const entry = join(root, 'build', `${name}.js`);
  const { pid, until, atOnce, ended } = goOn(cwd, [entry, ...args, '--watch'], { stderr });
  return {
    until,
    save(files) {
      atOnce(() => writeFiles(cwd, files));
    },
    remove(folder) {
      atOnce(() => rmSync(join(cwd, folder), { recursive: true }));
    },
    saveByRenaming(file, text) {
      writeFiles(cwd, { [`${file}.new`]: text });
      renameSync(join(cwd, `${file}.new`), join(cwd, file));
    },
    interrupt() {
      process.kill(pid, 'SIGINT');
      return ended();
    },
  };
}
