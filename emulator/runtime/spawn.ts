import { type ChildProcess, fork } from 'node:child_process';
import { join } from 'node:path';
import { packageRoot } from '../platform/package-root.ts';
import type { Engine } from './protocol.ts';

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
 * nothing, and that knows nothing of the host's environment. `memory` caps its heap in bytes.
 */
export function startChild(engine: Engine = 'node', memory = 256 * MB): ChildProcess {
  const build = join(packageRoot(), 'build');
  const readable = [build, ...(engine === 'vm2' ? vm2Folders() : [])];
  return fork(join(build, 'runtime-child.js'), [], {
    cwd: build,
    env: { TZ: 'UTC' },
    execArgv: [
      permissionFlag,
      '--disable-warning=ExperimentalWarning',
      '--disable-warning=SecurityWarning',
      `--max-old-space-size=${Math.ceil(memory / MB)}`,
      ...readable.map((folder) => `--allow-fs-read=${folder}/*`),
    ],
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
}

/** vm2 and the parser it loads; resolved from here, since the child may not look around. */
function vm2Folders(): string[] {
  return ['vm2', 'acorn', 'acorn-walk'].map((name) => join(require.resolve(`${name}/package.json`), '..'));
}
