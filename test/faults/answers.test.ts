import { runFault } from './fault.ts';

test('a promise that never settles is no answer, told at once', async () => {
  expect(await runFault('async function lambda() {\n  await new Promise(() => {});\n}'))
    .toMatchInlineSnapshot(`
    "exit 1
    no-answer
    com.customer.faas.function.execution-exceeded: nothing left to run, and no answer
    [no-answer] nothing left to run, and no answer → settle every promise that the handler awaits: give it a time-out or a rejection"
  `);
});

test('a callback that is never called is no answer', async () => {
  expect(await runFault('function lambda(input, callback) {}')).toMatchInlineSnapshot(`
    "exit 1
    no-answer
    com.liveperson.faas.handler.executiontime-exceeded: nothing left to run, and no answer
    [no-answer] nothing left to run, and no answer → call the callback on every path, also after an error; what is returned does not count"
  `);
});

test('a callback that is called twice answers once, and is told', async () => {
  expect(await runFault('function lambda(input, callback) {\n  callback(null, 1);\n  callback(null, 2);\n}'))
    .toMatchInlineSnapshot(`
    "exit 1
    ok
    result 1
    [callback-twice] the callback was called 2 times; the first answer counted → return after calling back, so that no path goes on to a second call"
  `);
});

test('an error through the callback is the function’s own failure, with its line', async () => {
  expect(await runFault('function lambda(input, callback) {\n  callback(new Error("no luck"));\n}'))
    .toMatchInlineSnapshot(`
    "exit 1
    failed
    com.liveperson.faas.handler.custom-failure: no luck
    at functions/fault/index.js:2:12
    [function-failed] no luck → catch what can fail and answer with a fallback: a failing function ends its caller’s chain"
  `);
});

test('something other than an Error through the callback is warned of as on the platform', async () => {
  expect(await runFault('function lambda(input, callback) {\n  callback("no luck");\n}'))
    .toMatchInlineSnapshot(`
    "exit 1
    failed
    com.liveperson.faas.handler.custom-failure: threw "no luck", which is no Error
    Warn Received error in an incorrect format. Please provide an error object to the callback.
    [function-failed] threw "no luck", which is no Error → catch what can fail and answer with a fallback: a failing function ends its caller’s chain"
  `);
});

test.each([
  ['a text', '"no luck"'],
  ['undefined', 'undefined'],
  ['an object', '{ reason: 7 }'],
])('throwing %s fails and says what was thrown', async (_what, thrown) => {
  expect(await runFault(`async function lambda() {\n  throw ${thrown};\n}`)).toMatchSnapshot();
});

test('an answer of undefined is an answer without a result', async () => {
  expect(await runFault('async function lambda() {}')).toMatchInlineSnapshot(`
    "exit 0
    ok"
  `);
});

test('a BigInt makes the answer invalid, and names its path', async () => {
  expect(await runFault('async function lambda() {\n  return { order: { total: 10n } };\n}'))
    .toMatchInlineSnapshot(`
    "exit 1
    invalid-result
    com.customer.faas.function.js-runtime-error: Do not know how to serialize a BigInt
    [invalid-result] Do not know how to serialize a BigInt → answer with plain JSON: no BigInt, no circular reference, no getter that throws
    [lossy-result] order.total a BigInt makes JSON fail → answer with what JSON has: text, numbers, booleans, null, plain arrays and objects"
  `);
});

test('a circular answer is invalid, and names the path', async () => {
  expect(await runFault('async function lambda() {\n  const a = { b: {} };\n  a.b.c = a;\n  return a;\n}'))
    .toMatchInlineSnapshot(`
    "exit 1
    invalid-result
    com.customer.faas.function.js-runtime-error: Converting circular structure to JSON
    [invalid-result] Converting circular structure to JSON → answer with plain JSON: no BigInt, no circular reference, no getter that throws
    [lossy-result] b.c a circular reference makes JSON fail → answer with what JSON has: text, numbers, booleans, null, plain arrays and objects"
  `);
});

test('what JSON would silently lose is told, path by path', async () => {
  const code =
    'async function lambda() {\n  return { map: new Map([[1, 2]]), list: [undefined], not: NaN, fine: new Date(0), run() {} };\n}';
  expect(await runFault(code)).toMatchInlineSnapshot(`
    "exit 1
    ok
    result {"map":{},"list":[null],"not":null,"fine":"1970-01-01T00:00:00.000Z"}
    [lossy-result] map a Map becomes {} → answer with what JSON has: text, numbers, booleans, null, plain arrays and objects
    [lossy-result] list[0] undefined in an array becomes null → answer with what JSON has: text, numbers, booleans, null, plain arrays and objects
    [lossy-result] not NaN becomes null → answer with what JSON has: text, numbers, booleans, null, plain arrays and objects
    [lossy-result] run a function is dropped → answer with what JSON has: text, numbers, booleans, null, plain arrays and objects"
  `);
});

test('an answer of 50 MB is told by its size', async () => {
  expect(await runFault('async function lambda() {\n  return "x".repeat(50_000_000);\n}'))
    .toMatchInlineSnapshot(`
    "exit 1
    ok
    [large-result] the answer has 50000002 characters; up to 5242880 are kept here → answer with less; the platform documents no limit but says that large answers freeze its tools"
  `);
});

test('more than ten log entries reach the platform’s limit', async () => {
  expect(
    await runFault(
      'async function lambda() {\n  for (let n = 1; n < 13; n++) console.info(`entry ${n}`);\n  return 1;\n}',
    ),
  ).toMatchInlineSnapshot(`
    "exit 1
    log-limit
    com.liveperson.faas.function.runtime.limit-reached: 2 log entries beyond the limit of 10 entries and 16384 characters
    Info entry 1
    Info entry 2
    Info entry 3
    Info entry 4
    Info entry 5
    Info entry 6
    Info entry 7
    Info entry 8
    Info entry 9
    Info entry 10
    [log-limit] 2 log entries beyond the limit of 10 entries and 16384 characters → log fewer or shorter entries (developers.liveperson.com/liveperson-functions-v2-features-logging.html)"
  `);
});

test('logs longer than the platform takes reach its limit', async () => {
  expect(await runFault('async function lambda() {\n  console.info("x".repeat(20_000));\n  return 1;\n}'))
    .toMatchInlineSnapshot(`
    "exit 1
    log-limit
    com.liveperson.faas.function.runtime.limit-reached: 1 log entry beyond the limit of 10 entries and 16384 characters
    [log-limit] 1 log entry beyond the limit of 10 entries and 16384 characters → log fewer or shorter entries (developers.liveperson.com/liveperson-functions-v2-features-logging.html)"
  `);
});

test('a console method that the platform lacks crashes the call, with what there is', async () => {
  expect(await runFault('async function lambda() {\n  console.table([1]);\n}')).toMatchInlineSnapshot(`
    "exit 1
    crashed
    com.customer.faas.function.js-runtime-error: console.table is not a function
    at functions/fault/index.js:2:11
    [console-method] console.table is not a function → the platform’s console has debug, info, log, warn, error, and nothing else"
  `);
});

test('console.log exists on v2 and not on v1', async () => {
  expect(await runFault('function lambda(input, callback) {\n  console.log("hi");\n  callback(null, 1);\n}'))
    .toMatchInlineSnapshot(`
    "exit 1
    crashed
    com.liveperson.faas.handler.runtime-exception: console.log is not a function
    at functions/fault/index.js:2:11
    [console-method] console.log is not a function → the platform’s console has debug, info, warn, error, and nothing else"
  `);
  expect(await runFault('async function lambda() {\n  console.log("hi");\n  return 1;\n}'))
    .toMatchInlineSnapshot(`
    "exit 0
    ok
    result 1
    Info hi"
  `);
});

test('a function that changes how arrays become JSON gets its answer, and the others theirs', async () => {
  expect(
    await runFault(
      'async function lambda() {\n  Array.prototype.toJSON = () => "arr";\n  return { a: [1] };\n}',
    ),
  ).toMatchInlineSnapshot(`
    "exit 0
    ok
    result {"a":"arr"}"
  `);
});

test('a built-in that Node 22 has and the Node here has not is no fault of the function’s', async () => {
  const told = await runFault('async function lambda() {\n  return Object.groupBy([1], () => "all");\n}');
  const hint = `Node 22, which the platform runs, has Object.groupBy; the emulator runs on Node ${process.versions.node} here: use Node 22`;
  expect(told).toContain(process.versions.node.startsWith('20.') ? hint : 'exit 0');
});
