import { performance } from 'node:perf_hooks';
import { open } from './open.mjs';
import { print, spread } from './measure.mjs';
import { addFunction, projectOf } from './projects.mjs';

const deadline = 200;
const loop =
  'async function lambda(input) {\n  while (input.payload.message === "loop");\n  return { messages: ["ok"] };\n}\n';

/** How long past the deadline a looping call is over, and how long the next call takes after that. */
export async function benchKill() {
  const root = projectOf(1);
  addFunction(root, 'loop', loop);
  const { invoker, invocation } = await open(root, 'loop', { limits: { deadline }, instances: 1 });
  const looping = {
    ...invocation,
    payload: { ...invocation.payload, input: { headers: [], payload: { message: 'loop' } } },
  };
  const late = [];
  const next = [];
  await invoker.invoke(invocation);
  for (let run = 0; run < 15; run += 1) {
    const began = performance.now();
    await invoker.invoke(looping);
    const killed = performance.now();
    await invoker.invoke(invocation);
    late.push(killed - began - deadline);
    next.push(performance.now() - killed);
  }
  print('an endless loop is over, past its deadline', spread(late), 'ms', 'aim < 20');
  print('the next call is answered, from the standby', spread(next), 'ms', 'aim < 20');
  await invoker.close();
}
