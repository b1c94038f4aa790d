import { spawn } from 'node:child_process';
import type { Writable } from 'node:stream';
import { isAlive, until } from '../faults/fault.ts';
import { atHome } from './command.ts';
import { steady } from './tiny.ts';

/** A command that goes on, in a process group of its own, so that what it leaves behind can be found. */
export interface GoingOn {
  pid: number;
  stdin: Writable;
  /** Waits until what was printed since the last wait ends with `end`, and answers it with what varies under its name. */
  until: (end: string | RegExp) => Promise<string>;
  /** Does something to files while the command stands still, so that it learns of all of it at once. */
  atOnce: (change: () => void) => void;
  /** The exit code, once no process of the command is left. */
  ended: () => Promise<number | null>;
}

/** Milliseconds after which what was waited for will never come. */
const patience = 20_000;

const running = new Set<number>();

afterEach(() => {
  for (const group of running) if (isAlive(-group)) process.kill(-group, 'SIGKILL');
  running.clear();
});

/** Starts Node with `args` in `cwd`; both outputs come in the order in which they were printed, or the first alone. */
export function goOn(cwd: string, args: readonly string[], { stderr = true, stdin = false } = {}): GoingOn {
  const script = `exec "$0" "$@" ${stderr ? '2>&1' : '2>/dev/null'}${stdin ? '' : ' </dev/null'}`;
  const child = spawn('/bin/sh', ['-c', script, process.execPath, ...args], {
    cwd,
    env: atHome,
    detached: true,
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const pid = child.pid ?? 0;
  running.add(pid);
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
  let printed = '';
  let over = false;
  child.stdout.setEncoding('utf8').on('data', (text) => (printed += text));
  void ended.then(() => (over = true));
  return {
    pid,
    stdin: child.stdin,
    async until(end) {
      const began = Date.now();
      const text = await until(() => {
        if (typeof end === 'string' ? printed.endsWith(end) : end.test(printed)) return printed;
        if (over) throw new Error(`it ended without "${end}":\n${printed}`);
        if (Date.now() - began > patience) throw new Error(`it goes on without "${end}":\n${printed}`);
        return undefined;
      });
      printed = '';
      return steady(text);
    },
    atOnce(change) {
      process.kill(pid, 'SIGSTOP');
      change();
      process.kill(pid, 'SIGCONT');
    },
    async ended() {
      const code = await ended;
      await until(() => (isAlive(-pid) ? undefined : true));
      return code;
    },
  };
}
