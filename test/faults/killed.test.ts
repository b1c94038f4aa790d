import { execFileSync, spawn } from 'node:child_process';
import { join } from 'node:path';
import { snapshotOf } from '../temporary.ts';
import { emulator, faultyProject, isAlive, until } from './fault.ts';

const bin = join(__dirname, '../../build/lpf-emulator.js');
const loop = 'async function lambda() {\n  console.info("in the loop");\n  while (true);\n}\n';

/** The children of `pid`, as the system has them. */
function childrenOf(pid: number): { child: number; command: string }[] {
  try {
    const lines = execFileSync('ps', ['-o', 'pid=,comm=', '--ppid', String(pid)], { encoding: 'utf8' });
    return [...lines.matchAll(/(\d+) (\S+)/g)].map(([, id, command = '']) => ({
      child: Number(id),
      command,
    }));
  } catch {
    return [];
  }
}

test.each(['SIGKILL', 'SIGTERM', 'SIGINT'] as const)(
  'a run killed by %s half-way leaves no process and no change behind',
  async (signal) => {
    const folder = faultyProject(loop);
    const before = snapshotOf(folder);
    const host = spawn(process.execPath, [bin, 'run', 'fault'], {
      cwd: folder,
      detached: true,
      stdio: 'ignore',
    });
    const pid = host.pid ?? 0;
    // The guardian (sh) comes with the first look at a call, so by then the loop is running.
    const children = await until(() => {
      const all = childrenOf(pid);
      return all.some(({ command }) => command === 'sh') ? all.map(({ child }) => child) : undefined;
    });
    process.kill(pid, signal);
    await until(() => (children.every((child) => !isAlive(child)) ? true : undefined));
    expect(snapshotOf(folder)).toEqual(before);
  },
);

test('two runs at once do not disturb each other, nor the sources', async () => {
  const folder = faultyProject('async function lambda() {\n  return 1;\n}\n');
  const before = snapshotOf(folder);
  const both = await Promise.all([emulator(folder, ['run', '--json']), emulator(folder, ['run', '--json'])]);
  expect(both.map(({ code }) => code)).toEqual([0, 0]);
  expect(snapshotOf(folder)).toEqual(before);
});
