import {
  chmodSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';

const temporary = /^\.(?:index\.js|config\.json|settings\.json)\.(\d+)\.tmp$/;

/**
 * Gives the file at `path` the content `text`: written beside it first and then moved over it, so that nobody ever sees
 * half a file, whoever else writes or is killed. A file that holds the text already is left alone. Returns what it held
 * before, `null` where there was none.
 */
export function replaceFile(path: string, text: string): string | null {
  const before = textOf(path);
  if (before === text) return before;
  mkdirSync(dirname(path), { recursive: true });
  const beside = join(dirname(path), `.${basename(path)}.${process.pid}.tmp`);
  try {
    writeFileSync(beside, text, { mode: 0o600 });
    chmodSync(beside, modeOf(path));
    renameSync(beside, path);
  } finally {
    rmSync(beside, { force: true });
  }
  return before;
}

/** Whoever may read the old file may read the new one, and nobody else. */
function modeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.mode ?? 0o666 & ~process.umask();
}

function textOf(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}

/** Removes from `folder` what a killed run has left half-written; what a live process is writing stays. */
export function sweep(folder: string): void {
  for (const file of list(folder)) {
    const owner = temporary.exec(file)?.[1];
    if (owner !== undefined && !isAlive(Number(owner))) rmSync(join(folder, file), { force: true });
  }
}

function list(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function isAlive(pid: number): boolean {
  if (pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
