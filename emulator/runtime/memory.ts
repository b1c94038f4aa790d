import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** Milliseconds between two looks at the instances at work; `ps` costs more than a look into /proc. */
export const memoryInterval = process.platform === 'linux' ? 10 : 200;

/**
 * Resident bytes of a process, or `null` when it cannot be told. No limit of V8 covers Buffers, so the whole process
 * is what counts, as it does for a container of the platform.
 */
export function residentMemory(pid: number): number | null {
  try {
    const text =
      process.platform === 'linux'
        ? (/VmRSS:\s*(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? '')
        : execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' });
    return text.trim() ? Number(text) * 1024 : null;
  } catch {
    // Gone between two looks: its exit tells the rest.
    return null;
  }
}
