import { runFault } from './fault.ts';

test('a promise that never settles is no answer, told at once', async () => {
  expect(
    await runFault('async function lambda() {\n  await new Promise(() => {});\n}'),
  ).toMatchInlineSnapshot();
});

test('a callback that is never called is no answer', async () => {
  expect(await runFault('function lambda(input, callback) {}')).toMatchInlineSnapshot();
});

test('a callback that is called twice answers once, and is told', async () => {
  expect(
    await runFault('function lambda(input, callback) {\n  callback(null, 1);\n  callback(null, 2);\n}'),
  ).toMatchInlineSnapshot();
});

test('an error through the callback is the function’s own failure, with its line', async () => {
  expect(
    await runFault('function lambda(input, callback) {\n  callback(new Error("no luck"));\n}'),
  ).toMatchInlineSnapshot();
});

test('something other than an Error through the callback is warned of as on the platform', async () => {
  expect(
    await runFault('function lambda(input, callback) {\n  callback("no luck");\n}'),
  ).toMatchInlineSnapshot();
});

test.each([
  ['a text', '"no luck"'],
  ['undefined', 'undefined'],
  ['an object', '{ reason: 7 }'],
])('throwing %s fails and says what was thrown', async (_what, thrown) => {
  expect(await runFault(`async function lambda() {\n  throw ${thrown};\n}`)).toMatchSnapshot();
});

test('an answer of undefined is an answer without a result', async () => {
  expect(await runFault('async function lambda() {}')).toMatchInlineSnapshot();
});

test('a BigInt makes the answer invalid, and names its path', async () => {
  expect(
    await runFault('async function lambda() {\n  return { order: { total: 10n } };\n}'),
  ).toMatchInlineSnapshot();
});

test('a circular answer is invalid, and names the path', async () => {
  expect(
    await runFault('async function lambda() {\n  const a = { b: {} };\n  a.b.c = a;\n  return a;\n}'),
  ).toMatchInlineSnapshot();
});

test('what JSON would silently lose is told, path by path', async () => {
  const code =
    'async function lambda() {\n  return { map: new Map([[1, 2]]), list: [undefined], not: NaN, fine: new Date(0), run() {} };\n}';
  expect(await runFault(code)).toMatchInlineSnapshot();
});

test('an answer of 50 MB is told by its size', async () => {
  expect(
    await runFault('async function lambda() {\n  return "x".repeat(50_000_000);\n}'),
  ).toMatchInlineSnapshot();
});

test('more than ten log entries reach the platform’s limit', async () => {
  expect(
    await runFault(
      'async function lambda() {\n  for (let n = 1; n < 13; n++) console.info(`entry ${n}`);\n  return 1;\n}',
    ),
  ).toMatchInlineSnapshot();
});

test('logs longer than the platform takes reach its limit', async () => {
  expect(
    await runFault('async function lambda() {\n  console.info("x".repeat(20_000));\n  return 1;\n}'),
  ).toMatchInlineSnapshot();
});

test('a console method that the platform lacks crashes the call, with what there is', async () => {
  expect(await runFault('async function lambda() {\n  console.table([1]);\n}')).toMatchInlineSnapshot();
});

test('console.log exists on v2 and not on v1', async () => {
  expect(
    await runFault('function lambda(input, callback) {\n  console.log("hi");\n  callback(null, 1);\n}'),
  ).toMatchInlineSnapshot();
  expect(
    await runFault('async function lambda() {\n  console.log("hi");\n  return 1;\n}'),
  ).toMatchInlineSnapshot();
});
