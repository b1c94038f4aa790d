import { spawn } from 'node:child_process';

/** Something that outlives this process by a moment, and ends the children that it leaves. */
export interface Guardian {
  watch(pid: number): void;
  stop(): void;
}

/**
 * A child in an endless loop never learns that its host was killed. The kernel closes the host's end of the guardian's
 * pipe in every case, and then the guardian kills: not by number alone, which may be somebody else's by then, but what
 * still is an instance. A shell is enough for that, and starts in a millisecond.
 */
const script = `all="$*"; while read pid; do all="$all $pid"; done
for pid in $all; do
  case "$(cat /proc/$pid/cmdline 2>/dev/null || ps -o args= -p $pid)" in *runtime-child*) kill -9 $pid;; esac
done`;

/**
 * Starts a guardian, which knows the children in `pids` from the first moment on, and others once it is told. POSIX only:
 * on Windows a looping child of a killed host would live on.
 */
export function startGuardian(pids: readonly number[] = []): Guardian {
  if (process.platform === 'win32') return { watch: () => undefined, stop: () => undefined };
  const guardian = spawn('/bin/sh', ['-c', script, 'guardian', ...pids.map(String)], {
    stdio: ['pipe', 'ignore', 'ignore'],
    env: {},
    detached: true,
  });
  // Without a shell there is nobody to guard; the children still end with their host when they are not busy.
  guardian.on('error', () => undefined);
  guardian.stdin.on('error', () => undefined);
  guardian.unref();
  return {
    watch: (pid) => guardian.stdin.write(`${pid}\n`),
    stop: () => guardian.kill('SIGKILL'),
  };
}
