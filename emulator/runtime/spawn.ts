import { type ChildProcess, fork } from 'node:child_process';
import { join } from 'node:path';
import { packageRoot } from '../platform/package-root.ts';
import type { Engine } from './protocol.ts';
import { vm2Files } from './vm2-files.ts';

const MB = 1024 * 1024;

/** From these versions on the permission model has its final name. Source: nodejs.org/api/permissions.html. */
const permissionFlag = isStablePermission(process.versions.node)
  ? '--permission'
  : '--experimental-permission';

function isStablePermission(version: string): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major > 23 || (major === 23 && minor >= 5) || (major === 22 && minor >= 13);
}

/**
 * Starts an empty instance: a child that may read the emulator's own files and nothing else, write nothing, start
 * nothing, and that knows nothing of the host's environment. `memory` caps its heap in bytes. One that is `inspected` has
 * neither a cap nor locks, since Node's permission model takes the inspector away; what the inspector says is shown.
 */
export function startChild(engine: Engine = 'node', memory = 256 * MB, inspected = false): ChildProcess {
  const build = join(packageRoot(), 'build');
  return fork(join(build, 'runtime-child.js'), [], {
    cwd: build,
    env: { TZ: 'UTC' },
    execArgv: inspected ? [] : locks(engine, build, memory),
    stdio: ['ignore', 'ignore', inspected ? 'inherit' : 'pipe', 'ipc'],
  });
}

function locks(engine: Engine, build: string, memory: number): string[] {
  const readable = [`${build}/*`, ...(engine === 'vm2' ? new Set(vm2Files()) : [])];
  return [
    permissionFlag,
    '--disable-warning=ExperimentalWarning',
    '--disable-warning=SecurityWarning',
    `--max-old-space-size=${Math.ceil(memory / MB)}`,
    ...readable.map((path) => `--allow-fs-read=${path}`),
  ];
}
