import { execFileSync, spawn } from 'node:child_process';
import { join } from 'node:path';
import { snapshotOf } from '../temporary.ts';
import { emulator, faultyProject, isAlive, until } from './fault.ts';

const bin = join(__dirname, '../../build/lpf-emulator.js');
const loop = 'async function lambda() {\n  console.info("in the loop");\n  while (true);\n}\n';

/** Process ids of the children of `pid`, as the system has them. */
function childrenOf(pid: number): number[] {
  try {
    return execFileSync('ps', ['-o', 'pid=', '--ppid', String(pid)], { encoding: 'utf8' })
      .split('\n')
      .flatMap((line) => (line.trim() ? [Number(line)] : []));
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
    // A guardian (sh) beside the looping child (node) means that the call has been running for a while.
    const children = await until(() => {
      const all = childrenOf(pid);
      return all.length >= 2 ? all : undefined;
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
