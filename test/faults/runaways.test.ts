import { runFault } from './fault.ts';

const cases = (code: string) => runFault(code);

test('an endless loop is killed at the deadline, with the logs before it kept', async () => {
  expect(
    await cases('async function lambda() {\n  console.info("before");\n  while (true);\n}'),
  ).toMatchInlineSnapshot();
});

test('an endless loop after an await is killed too', async () => {
  expect(await cases('async function lambda() {\n  await null;\n  for (;;);\n}')).toMatchInlineSnapshot();
});

test('a storm of microtasks is killed too', async () => {
  expect(await cases('async function lambda() {\n  for (;;) await null;\n}')).toMatchInlineSnapshot();
});

test('an endless loop at the top level is killed while it loads', async () => {
  expect(await cases('while (true);\nasync function lambda() {}')).toMatchInlineSnapshot();
});

test('a heap that grows without end is killed at the memory limit', async () => {
  const code =
    'async function lambda() {\n  const all = [];\n  for (;;) all.push(new Array(1000).fill(Math.random()));\n}';
  const told = await runFault(code, ['--limit', 'deadline=20s']);
  expect(told.replace(/\d+ MB in use/, '<n> MB in use')).toMatchInlineSnapshot();
});

test('Buffers that grow without end are killed at the memory limit', async () => {
  const code =
    'async function lambda() {\n  const all = [];\n  for (;;) all.push(Buffer.alloc(8_000_000, 1));\n}';
  const told = await runFault(code, ['--limit', 'deadline=20s']);
  expect(told.replace(/\d+ MB in use/, '<n> MB in use')).toMatchInlineSnapshot();
});

test('a stack overflow fails the call, and names the line', async () => {
  expect(
    await cases('function again() {\n  return again();\n}\nasync function lambda() {\n  return again();\n}'),
  ).toMatchInlineSnapshot();
});

test('process.exit ends the instance, and names the line', async () => {
  expect(await cases('async function lambda() {\n  process.exit(3);\n}')).toMatchInlineSnapshot();
});

test('process.kill does not exist', async () => {
  expect(await cases('async function lambda() {\n  process.kill(process.ppid);\n}')).toMatchInlineSnapshot();
});

test('an error in a timer that nobody catches crashes the call', async () => {
  const code =
    'async function lambda() {\n  setTimeout(() => {\n    throw new Error("late");\n  }, 5);\n  await new Promise((go) => setTimeout(go, 200));\n}';
  expect(await cases(code)).toMatchInlineSnapshot();
});

test('a rejection that nobody handles crashes the call', async () => {
  const code =
    'async function lambda() {\n  Promise.reject(new Error("lost"));\n  await new Promise((go) => setTimeout(go, 200));\n}';
  expect(await cases(code)).toMatchInlineSnapshot();
});
