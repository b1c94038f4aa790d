import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

/** What a command printed and how it ended. */
export interface Ended {
  code: number | null;
  stdout: string;
  stderr: string;
}

const root = join(__dirname, '../..');
const { CI: _ci, ...rest } = process.env;

/** The environment of somebody's own machine, where `CI` is not set: what every command has unless a test says other. */
export const atHome: NodeJS.ProcessEnv = rest;

/** Runs a built command in `cwd`, as a user would; `env` replaces the whole environment. */
export function command(
  name: 'lpf-emulator' | 'lpf-bundle' | 'lpf-endpoint',
  cwd: string,
  args: readonly string[],
  { env = atHome, input = '' }: { env?: NodeJS.ProcessEnv; input?: string } = {},
): Ended {
  const entry = join(root, 'build', `${name}.js`);
  const { status, stdout, stderr } = spawnSync(process.execPath, [entry, ...args], {
    cwd,
    env,
    input,
    encoding: 'utf8',
  });
  return { code: status, stdout, stderr };
}
