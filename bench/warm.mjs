import { performance } from 'node:perf_hooks';
import { compileFunction } from 'node:vm';
import { open } from './open.mjs';
import { print, spread } from './measure.mjs';
import { projectOf } from './projects.mjs';

const warmUp = 500;
const calls = 3_000;
const runs = 5;

/** What a warm call costs over calling the handler directly with the same JSON in and out. */
export async function benchWarm() {
  const root = projectOf(1);
  for (const [engine, aim] of [
    ['node', 'aim ≤ 0.2'],
    ['vm2', 'aim ≤ 0.3'],
  ]) {
    const { invoker, invocation, bundle, input } = await open(root, 'bench0', { engine, instances: 1 });
    const lambda = compileFunction(`${bundle.code}\nreturn lambda;`)();
    const direct = async () => JSON.parse(JSON.stringify(await lambda(JSON.parse(JSON.stringify(input)))));
    const over = [];
    for (let run = 0; run < runs; run += 1) {
      const own = await medianOf(direct);
      over.push((await medianOf(() => invoker.invoke(invocation))) - own);
    }
    print(`warm call over a direct one, engine ${engine}`, spread(over), 'ms', aim);
    await invoker.close();
  }
}

async function medianOf(call) {
  const times = [];
  for (let index = 0; index < warmUp + calls; index += 1) {
    const began = performance.now();
    await call();
    times.push(performance.now() - began);
  }
  return spread(times.slice(warmUp)).median;
}
