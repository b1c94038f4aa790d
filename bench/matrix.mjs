import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { open } from './open.mjs';
import { print, spread, timeProcess } from './measure.mjs';
import { projectOf } from './projects.mjs';

const emulator = join(import.meta.dirname, '../build/lpf-emulator.js');
const project = join(import.meta.dirname, '..');

/**
 * A thousand invocations of the templates as one whole process, and how many a second once all is warm. Payloads whose
 * backend answers late are left out: waiting for it is what they are for.
 */
export async function benchMatrix() {
  const { records } = JSON.parse(output([emulator, 'run', '--json']));
  const late = new Set(records.filter(({ timings }) => timings.waiting > 5).map(({ payload }) => payload));
  const quick = records.filter(({ payload }) => !late.has(payload));
  const payloads = [...new Set(quick.map(({ payload }) => payload))];
  const repeat = Math.ceil(1_000 / quick.length);
  const args = [emulator, 'run', '--repeat', String(repeat), ...payloads.flatMap((name) => ['-p', name])];
  timeProcess(args, { cwd: project });
  const times = Array.from({ length: 9 }, () => timeProcess(args, { cwd: project }));
  const what = `the templates' matrix, ${quick.length * repeat} invocations, whole process`;
  print(what, spread(times), 'ms', 'aim < 500');
  await benchThroughput();
}

async function benchThroughput() {
  const { invoker, invocation } = await open(projectOf(1), 'bench0');
  const lane = async (count) => {
    for (let index = 0; index < count; index += 1) await invoker.invoke(invocation);
  };
  const rates = [];
  await Promise.all(Array.from({ length: 16 }, () => lane(200)));
  for (let run = 0; run < 7; run += 1) {
    const began = performance.now();
    await Promise.all(Array.from({ length: 16 }, () => lane(500)));
    rates.push((16 * 500 * 1_000) / (performance.now() - began));
  }
  print('invocations a second at concurrency 16, warm', spread(rates), '1/s', 'aim ≥ 10000');
  await invoker.close();
}

function output(args) {
  return execFileSync(process.execPath, args, { cwd: project, encoding: 'utf8', maxBuffer: 1e9 });
}
