import { spawn } from 'node:child_process';
import { renameSync } from 'node:fs';
import { join } from 'node:path';
import { isAlive, until } from '../faults/fault.ts';
import { writeFiles } from '../temporary.ts';
import { steady } from './tiny.ts';

const root = join(__dirname, '../..');

/** A command that watches, as a user has it before him: both outputs in the order in which they came. */
export interface Watched {
  /** Waits until what was printed since the last wait ends with `end`, and answers it with what varies under its name. */
  until(end: string | RegExp): Promise<string>;
  /** Saves files one after the other, so that their events come together. */
  save(files: Record<string, unknown>): void;
  /** Saves a file as editors do: writes it beside and renames it over the old one. */
  saveByRenaming(file: string, text: string): void;
  /** Ctrl-C: answers the exit code once no process of the command is left. */
  interrupt(): Promise<number | null>;
}

/** Milliseconds after which what was waited for will never come. */
const patience = 20_000;

const running = new Set<number>();

afterEach(() => {
  for (const group of running) if (isAlive(-group)) process.kill(-group, 'SIGKILL');
  running.clear();
});

/** Starts `lpf-emulator` or `lpf-bundle` with `--watch` in `cwd`. */
export function watched(
  name: 'lpf-emulator' | 'lpf-bundle',
  cwd: string,
  args: readonly string[],
  { stderr = true }: { stderr?: boolean } = {},
): Watched {
  const entry = join(root, 'build', `${name}.js`);
  const script = `exec "$0" "$@" ${stderr ? '2>&1' : '2>/dev/null'}`;
  const child = spawn('/bin/sh', ['-c', script, process.execPath, entry, ...args, '--watch'], {
    cwd,
    // A group of its own, so that what it leaves behind can be found.
    detached: true,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const pid = child.pid ?? 0;
  running.add(pid);
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
  let printed = '';
  let over = false;
  child.stdout.setEncoding('utf8').on('data', (text) => (printed += text));
  void ended.then(() => (over = true));
  return {
    async until(end) {
      const began = Date.now();
      const text = await until(() => {
        if (typeof end === 'string' ? printed.endsWith(end) : end.test(printed)) return printed;
        if (over) return `${printed}\n(it ended without "${end}")`;
        return Date.now() - began > patience ? `${printed}\n(it goes on without "${end}")` : undefined;
      });
      printed = '';
      return steady(text);
    },
    save(files) {
      process.kill(pid, 'SIGSTOP');
      writeFiles(cwd, files);
      process.kill(pid, 'SIGCONT');
    },
    saveByRenaming(file, text) {
      writeFiles(cwd, { [`${file}.new`]: text });
      renameSync(join(cwd, `${file}.new`), join(cwd, file));
    },
    async interrupt() {
      process.kill(pid, 'SIGINT');
      const code = await ended;
      await until(() => (isAlive(-pid) ? undefined : true));
      return code;
    },
  };
}
