import { spawn } from 'node:child_process';

/**
 * Ties the life of `pid` to this process. A child in an endless loop never learns that its host was killed; the
 * kernel closes the host's end of the guardian's pipe in every case, and then the guardian kills. Answers how to let go.
 * A shell is enough for that, and starts in a millisecond. POSIX only: on Windows such a child would live on.
 */
export function startGuardian(pid: number): () => void {
  if (process.platform === 'win32') return () => undefined;
  const guardian = spawn('/bin/sh', ['-c', `read _; kill -9 ${pid}`], {
    stdio: ['pipe', 'ignore', 'ignore'],
    env: {},
    detached: true,
  });
  guardian.unref();
  guardian.on('error', () => undefined);
  return () => guardian.kill('SIGKILL');
}
