import { engines, make } from './made.ts';

const takeAway = `JSON = Promise = globalThis.process = console = setImmediate = setTimeout = String = null;
Array.prototype.push = Array.prototype[Symbol.iterator] = null;
Error.prepareStackTrace = () => { throw new Error("no stack"); };
// vm2 lets nobody do that.
try { Promise.prototype.then = null; } catch {}`;

/** What functions do to the realm that they share with the emulator, and what becomes of the answer `{ a: [1] }`. */
const deeds: { code: string; generation?: 'v1'; result?: unknown }[] = [
  { code: 'Array.prototype.toJSON = function () { return "arr"; };', result: { a: 'arr' } },
  { code: 'Object.prototype.toJSON = function () { return "obj"; };', result: 'obj' },
  { code: 'JSON.stringify = () => "hacked"; JSON.parse = () => "hacked";' },
  { code: takeAway },
  { code: takeAway, generation: 'v1' },
  {
    code: `for (const name of ["type", "kind", "json", "result"])
  Object.defineProperty(Object.prototype, name, { get() { throw new Error(name); } });
Object.freeze(Object.prototype); Object.freeze(Array.prototype);`,
  },
];

const handlers = {
  v1: (code: string) =>
    `function lambda(input, callback) {\nif (input.payload) { ${code} }\ncallback(null, { a: [1] });\n}`,
  v2: (code: string) =>
    `async function lambda(input) {\nif (input.payload) { ${code} }\nreturn { a: [1] };\n}`,
};

test.each(engines)(
  'a function has its answer whatever it does to the built-ins of its realm, on %s',
  async (engine) => {
    for (const { code, generation = 'v2', result = { a: [1] } } of deeds) {
      const made = await make(handlers[generation](code), { engine, generation, instances: 1 });
      for (const payload of [true, false]) {
        const { outcome, result: answer, error } = await made.call({ payload });
        expect({ code, outcome, answer, error }).toEqual({ code, outcome: 'ok', answer: result });
      }
      await made.close();
    }
  },
);

test.each(engines)(
  'logs, errors and requests are what they are under a JSON of the function’s own, on %s',
  async (engine) => {
    const made = await make(
      `import { Toolbelt } from 'core-functions-toolbelt';
const { stringify } = JSON;
JSON.stringify = (value, ...more) => stringify({ wrapped: value }, ...more);
Array.prototype.toJSON = Object.prototype.toJSON = () => 'gone';
async function lambda({ payload }) {
  console.info('said', payload, 'twice');
  const secret = await Toolbelt.SecretClient().readSecret('none').catch(({ message }) => message);
  const { status } = await fetch('https://api.example.com/', { method: 'POST', body: 'x' });
  throw new Error([secret, status].join());
}`,
      { engine, instances: 1 },
    );
    const { error, logs, calls } = await made.call({
      payload: 'this',
      mocks: [{ url: 'https://api.example.com/', method: 'POST', status: 201 }],
    });
    expect(error?.message).toBe('There is no secret none in functions/settings.json,201');
    expect(logs.map(({ message, extras }) => [message, extras])).toEqual([['said', ['this', 'twice']]]);
    expect(calls).toMatchObject([{ method: 'POST', status: 201, source: 'mock' }]);
  },
);

test('an answer that cannot be read ends in a record', async () => {
  const made = await make(`async function lambda() {
  const sent = { type: 'answer', answers: 1, droppedLogs: 0, measures: { wall: 1, active: 1, waiting: 0, heap: 1, external: 1 } };
  for (let id = 0; id < 99; id += 1) process._send({ ...sent, id, answer: '{"kind":"result","json":"{","losses":[]}' });
  await new Promise(() => {});
}`);
  const { outcome, verdict } = await made.call();
  expect([outcome, verdict.findings[0]?.message]).toEqual([
    'crashed',
    'no answer that can be read: the function has changed built-ins of JavaScript that every answer needs',
  ]);
});
