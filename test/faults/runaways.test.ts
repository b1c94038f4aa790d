import { steady } from '../cli/tiny.ts';
import { emulator, faultyProject, runFault } from './fault.ts';

const cases = (code: string) => runFault(code);

test('an endless loop is killed at the deadline, with the logs before it kept', async () => {
  expect(await cases('async function lambda() {\n  console.info("before");\n  while (true);\n}'))
    .toMatchInlineSnapshot(`
    "exit 1
    timeout
    com.customer.faas.function.execution-exceeded: no answer within 1000 ms
    Info before
    [deadline-exceeded] no answer within 1000 ms → look for an endless loop or a call without a time-out; the platform kills at its deadline (developers.liveperson.com/liveperson-functions-v2-foundations-limitations.html)"
  `);
});

test('of a call that was killed no CPU time is told, since none was measured', async () => {
  const folder = faultyProject(
    'async function lambda() {\n  await new Promise((go) => setTimeout(go, 9000));\n}',
  );
  const { stderr } = await emulator(folder, ['invoke', 'fault', '--limit', 'deadline=300ms']);
  expect(steady(stderr)).toContain(
    '<time> measured, – CPU, – waiting, – projected to the platform, cold start <time>\n',
  );
});

test('an endless loop after an await is killed too', async () => {
  expect(await cases('async function lambda() {\n  await null;\n  for (;;);\n}')).toMatchInlineSnapshot(`
    "exit 1
    timeout
    com.customer.faas.function.execution-exceeded: no answer within 1000 ms
    [deadline-exceeded] no answer within 1000 ms → look for an endless loop or a call without a time-out; the platform kills at its deadline (developers.liveperson.com/liveperson-functions-v2-foundations-limitations.html)"
  `);
});

test('a storm of microtasks is killed too', async () => {
  expect(await cases('async function lambda() {\n  for (;;) await null;\n}')).toMatchInlineSnapshot(`
    "exit 1
    timeout
    com.customer.faas.function.execution-exceeded: no answer within 1000 ms
    [deadline-exceeded] no answer within 1000 ms → look for an endless loop or a call without a time-out; the platform kills at its deadline (developers.liveperson.com/liveperson-functions-v2-foundations-limitations.html)"
  `);
});

test('an endless loop at the top level is killed while it loads', async () => {
  expect(await cases('while (true);\nasync function lambda() {}')).toMatchInlineSnapshot(`
    "exit 1
    timeout
    com.customer.faas.function.execution-exceeded: no answer within 1000 ms
    [deadline-exceeded] no answer within 1000 ms → look for an endless loop or a call without a time-out; the platform kills at its deadline (developers.liveperson.com/liveperson-functions-v2-foundations-limitations.html)"
  `);
});

test('a heap that grows without end is killed at the memory limit', async () => {
  const code =
    'async function lambda() {\n  const all = [];\n  for (;;) all.push(new Array(1000).fill(Math.random()));\n}';
  const told = await runFault(code, ['--limit', 'deadline=20s']);
  // On a machine that is busy enough V8 gives up before the host has looked.
  expect(told.replaceAll(/\d+ MB in use|the heap is full/g, '<reason>')).toMatchInlineSnapshot(`
    "exit 1
    out-of-memory
    com.liveperson.faas.evg.general: <reason>, 256 MB allowed
    [memory-exceeded] <reason>, 256 MB allowed → keep less at a time; heap and Buffers count together (developers.liveperson.com/liveperson-functions-v2-foundations-limitations.html)"
  `);
});

test('Buffers that grow without end are killed at the memory limit', async () => {
  const code =
    'async function lambda() {\n  const all = [];\n  for (;;) all.push(Buffer.alloc(8_000_000, 1));\n}';
  const told = await runFault(code, ['--limit', 'deadline=20s']);
  expect(told.replaceAll(/\d+ MB in use/g, '<n> MB in use')).toMatchInlineSnapshot(`
    "exit 1
    out-of-memory
    com.liveperson.faas.evg.general: <n> MB in use, 256 MB allowed
    [memory-exceeded] <n> MB in use, 256 MB allowed → keep less at a time; heap and Buffers count together (developers.liveperson.com/liveperson-functions-v2-foundations-limitations.html)"
  `);
});

test('a stack overflow fails the call, and names the line', async () => {
  expect(
    await cases('function again() {\n  return again();\n}\nasync function lambda() {\n  return again();\n}'),
  ).toMatchInlineSnapshot(`
    "exit 1
    failed
    com.customer.faas.function.threw-error: Maximum call stack size exceeded
    at functions/fault/index.js:2:3
    [function-failed] Maximum call stack size exceeded → catch what can fail and answer with a fallback: a failing function ends its caller’s chain"
  `);
});

test('process.exit ends the instance, and names the line', async () => {
  expect(await cases('async function lambda() {\n  process.exit(3);\n}')).toMatchInlineSnapshot(`
    "exit 1
    crashed
    com.customer.faas.function.js-runtime-error: process.exit(3) was called
    at functions/fault/index.js:2:11
    [function-crashed] process.exit(3) was called → return an answer or throw an error; the process is not the function’s to end"
  `);
});

test('process.kill does not exist', async () => {
  expect(await cases('async function lambda() {\n  process.kill(process.ppid);\n}')).toMatchInlineSnapshot(`
    "exit 1
    crashed
    com.customer.faas.function.js-runtime-error: process.kill is not a function
    at functions/fault/index.js:2:11
    [function-crashed] process.kill is not a function → correct the line that is named; a JavaScript runtime error ends the call"
  `);
});

test('an error in a timer that nobody catches crashes the call', async () => {
  const code =
    'async function lambda() {\n  setTimeout(() => {\n    throw new Error("late");\n  }, 5);\n  await new Promise((go) => setTimeout(go, 200));\n}';
  expect(await cases(code)).toMatchInlineSnapshot(`
    "exit 1
    crashed
    com.customer.faas.function.js-runtime-error: late (thrown after the handler had handed over, where nobody caught it)
    at functions/fault/index.js:3:11
    [function-crashed] late (thrown after the handler had handed over, where nobody caught it) → correct the line that is named; a JavaScript runtime error ends the call"
  `);
});

test('a rejection that nobody handles crashes the call', async () => {
  const code =
    'async function lambda() {\n  Promise.reject(new Error("lost"));\n  await new Promise((go) => setTimeout(go, 200));\n}';
  expect(await cases(code)).toMatchInlineSnapshot(`
    "exit 1
    crashed
    com.customer.faas.function.js-runtime-error: lost (a rejection that nobody handled)
    at functions/fault/index.js:2:18
    [function-crashed] lost (a rejection that nobody handled) → correct the line that is named; a JavaScript runtime error ends the call"
  `);
});
