import { engines, make } from '../runtime/made.ts';

/** What a v2 function answers whose body is `steps`, each a `name: () => value` pair; failures are told by their message. */
async function answersOf(engine: 'node' | 'vm2', head: string, steps: string): Promise<unknown> {
  const made = await make(
    `${head}
const steps = {
${steps}
};
async function lambda() {
  const answers = {};
  for (const [name, step] of Object.entries(steps)) {
    answers[name] = await Promise.resolve().then(step).catch((error) => error.message);
  }
  return answers;
}`,
    { engine },
  );
  const { result, error } = await made.call();
  expect(error).toBeUndefined();
  return result;
}

test.each(engines)('classes of the language and of Node can be extended on %s', async (engine) => {
  const head = `import { EventEmitter, once } from 'events';
import { Readable, Transform } from 'stream';
class OwnError extends Error { constructor(text) { super(text); this.name = 'OwnError'; this.code = 42; } }
class Bus extends EventEmitter { #count = 1; get count() { return this.#count; } }
class List extends Array { last() { return this.at(-1); } }
const upper = () => new Transform({ transform: (part, encoding, done) => done(null, String(part).toUpperCase()) });`;
  const steps = `
  error() { const e = new OwnError('x'); return [e instanceof OwnError, e instanceof Error, String(e), e.code]; },
  bus() { const b = new Bus(); let seen; b.on('x', (v) => (seen = v)); b.emit('x', 7); return [seen, b.count, b instanceof EventEmitter]; },
  list() { const l = List.from([1, 2, 3]); return [l.last(), l.map((n) => n * 2) instanceof List]; },
  async once() { const b = new Bus(); setTimeout(() => b.emit('x', 5), 1); return once(b, 'x'); },
  async stream() { let text = ''; for await (const part of Readable.from(['a', 'b'])) text += part; return text; },
  async transform() { let text = ''; for await (const part of Readable.from(['a', 'b']).pipe(upper())) text += part; return text; },
  target() { return new Promise((done) => { const t = new EventTarget(); t.addEventListener('x', () => done('heard')); t.dispatchEvent(new Event('x')); }); },`;
  expect(await answersOf(engine, head, steps)).toEqual({
    error: [true, true, 'OwnError: x', 42],
    bus: [7, 1, true],
    list: [3, true],
    once: [5],
    stream: 'ab',
    transform: 'AB',
    target: 'heard',
  });
});

test.each(engines)('timers and turns of the event loop come in Node’s order on %s', async (engine) => {
  const head = `import { setTimeout as wait } from 'node:timers/promises';`;
  const steps = `
  async order() {
    const seen = [];
    setTimeout(() => seen.push('timeout'), 1);
    setImmediate(() => seen.push('immediate'));
    queueMicrotask(() => seen.push('microtask'));
    await wait(20);
    return seen.filter((turn) => turn === 'microtask').length + seen.length;
  },
  interval: () => new Promise((done) => { let n = 0; const i = setInterval(() => { if ((n += 1) === 3) { clearInterval(i); done(n); } }, 1); }),
  async cleared() { let fired = false; clearTimeout(setTimeout(() => (fired = true), 1)); await wait(10); return fired; },
  waited: () => wait(1, 'value'),`;
  expect(await answersOf(engine, head, steps)).toEqual({
    order: 4,
    interval: 3,
    cleared: false,
    waited: 'value',
  });
});

test.each(engines)('crypto, zlib, URLs, text and time are Node’s on %s', async (engine) => {
  const head = `import crypto from 'node:crypto';
import { gzipSync, gunzipSync } from 'zlib';
import { promisify } from 'util';`;
  const steps = `
  hash: () => crypto.createHash('sha256').update('a').digest('hex').slice(0, 8),
  sign() { const { publicKey, privateKey } = crypto.generateKeyPairSync('ec', { namedCurve: 'P-256' }); return crypto.verify('sha256', Buffer.from('a'), publicKey, crypto.sign('sha256', Buffer.from('a'), privateKey)); },
  scrypt: async () => (await promisify(crypto.scrypt)('p', 's', 8)).toString('hex'),
  subtle: async () => Buffer.from(await globalThis.crypto.subtle.digest('SHA-1', new TextEncoder().encode('a'))).toString('hex').slice(0, 8),
  zip: () => gunzipSync(gzipSync('hello')).toString(),
  url: () => [new URL('https://a.example/?q=1').searchParams.get('q'), String(new URLSearchParams({ a: 'b c' }))],
  text: () => [new TextDecoder().decode(new TextEncoder().encode('ü')), atob(btoa('hi')), Buffer.from('é').length],
  zone: () => [new Date(0).getTimezoneOffset(), Intl.DateTimeFormat().resolvedOptions().timeZone],
  number: () => new Intl.NumberFormat('de-DE').format(1234.5),`;
  expect(await answersOf(engine, head, steps)).toEqual({
    hash: 'ca978112',
    sign: true,
    scrypt: '4329787752e75d1d',
    subtle: '86f7e437',
    zip: 'hello',
    url: ['1', 'a=b+c'],
    text: ['ü', 'hi', 2],
    zone: [0, 'UTC'],
    number: '1.234,5',
  });
});

test.each(engines)('bytes are the same for every web API on %s', async (engine) => {
  const head = `import { Buffer as Imported } from 'node:buffer';
const bytes = Uint8Array.of(65, 66);
const own = Uint8Array.of(1, 2, 255);
const list = (buffer) => [...new Uint8Array(buffer)];
const { subtle } = crypto;
const aes = { name: 'AES-GCM', iv: new Uint8Array(12) };`;
  const steps = `
  blob: async () => list(await new Blob([own, own.buffer, Buffer.from('A'), 'B']).arrayBuffer()),
  blobOfResponse: async () => list(await (await new Response(own).blob()).slice(1).arrayBuffer()),
  blobText: () => new Blob([bytes]).text(),
  response: async () => [await new Response(bytes).text(), list(await new Response(own.buffer, { status: 201 }).arrayBuffer())],
  request: async () => list(await new Request('https://a.example', { method: 'POST', body: own }).arrayBuffer()),
  kinds: async () => [new Blob([]) instanceof Blob, new Response() instanceof Response, Response.json(1).status],
  form: async () => { const form = new FormData(); form.append('a', new Blob([own]), 'b'); return list(await (await new Response(form).formData()).get('a').arrayBuffer()); },
  decoded: () => [new TextDecoder().decode(bytes), new TextDecoder().decode(bytes.buffer), new TextDecoder('latin1').decode(new DataView(bytes.buffer, 1))],
  decodedInParts() { const decoder = new TextDecoder(); return decoder.decode(Uint8Array.of(0xc3), { stream: true }) + decoder.decode(Uint8Array.of(0xbc)); },
  buffer: () => [Imported.from(own.buffer), Buffer.from(own.buffer, 1, 2), Buffer.concat([Buffer.from('A'), own])].map(list),
  digest: async () => Buffer.from(await subtle.digest('SHA-1', bytes)).toString('hex').slice(0, 8),
  digestOfBuffer: async () => list(await subtle.digest('SHA-1', bytes.buffer)).length,
  async cipher() { const key = await subtle.importKey('raw', new Uint8Array(16), 'AES-GCM', false, ['encrypt', 'decrypt']); return list(await subtle.decrypt(aes, key, await subtle.encrypt(aes, key, own))); },
  random() { const array = new Uint32Array(40); return [crypto.getRandomValues(array) === array, array.some((number) => number > 65_536)]; },
  tooMuch: () => crypto.getRandomValues(new Uint8Array(70_000)),
  noNumbers: () => crypto.getRandomValues(new Float32Array(1)),
  unknown: () => subtle.digest('none', bytes),`;
  expect(await answersOf(engine, head, steps)).toEqual({
    blob: [1, 2, 255, 1, 2, 255, 65, 66],
    blobOfResponse: [2, 255],
    blobText: 'AB',
    response: ['AB', [1, 2, 255]],
    request: [1, 2, 255],
    kinds: [true, true, 200],
    form: [1, 2, 255],
    decoded: ['AB', 'AB', 'B'],
    decodedInParts: 'ü',
    buffer: [
      [1, 2, 255],
      [2, 255],
      [65, 1, 2, 255],
    ],
    digest: '06d94594',
    digestOfBuffer: 20,
    cipher: [1, 2, 255],
    random: [true, true],
    tooMuch: 'The requested length exceeds 65,536 bytes',
    noNumbers: 'The data argument must be an integer-type TypedArray',
    unknown: 'Unrecognized algorithm name',
  });
});

test.each(engines)(
  'a function that aborts a request for its own reason gets that reason on %s',
  async (engine) => {
    const head = `const reason = new Error('mine');
const signal = AbortSignal.abort(reason);`;
    const steps = `
  given: () => fetch('https://a.example', { signal }).catch((error) => error === reason),
  ofRequest: () => fetch(new Request('https://a.example', { signal })),
  later() { const aborting = new AbortController(); const sent = fetch('https://a.example', { signal: aborting.signal }); aborting.abort(new TypeError('late')); return sent; },
  none: () => fetch('https://a.example', { signal: AbortSignal.abort() }),
  thrown: () => AbortSignal.abort().throwIfAborted(),`;
    const aborted = 'This operation was aborted';
    const expected = { given: true, ofRequest: 'mine', later: 'late', none: aborted, thrown: aborted };
    expect(await answersOf(engine, head, steps)).toEqual(expected);
  },
);

test('what vm2 keeps back runs on node, and says so on vm2', async () => {
  const steps = `
  async storage() {
    const { AsyncLocalStorage } = await import('node:async_hooks');
    const store = new AsyncLocalStorage();
    return store.run(7, async () => { await null; return store.getStore(); });
  },
  weak: () => typeof WeakRef,
  cloned: () => structuredClone({ a: [1] }),
  evaluated: () => eval('1 + 1'),`;
  expect(await answersOf('node', '', steps)).toEqual({
    storage: 7,
    weak: 'function',
    cloned: { a: [1] },
    evaluated: 2,
  });
  expect(await answersOf('vm2', '', steps)).toEqual({
    storage: "Cannot find module 'node:async_hooks'",
    weak: 'undefined',
    cloned: 'structuredClone is not defined',
    evaluated: 'Code generation from strings disallowed for this context',
  });
});

test('the environment is read in the spelling of either generation', async () => {
  for (const environmentVariables of [[{ key: 'OWN', value: 'own' }], { OWN: 'own' }]) {
    const config = JSON.stringify({ name: 'made', description: 'made', environmentVariables });
    const made = await make({
      'made/index.js': 'async function lambda() {\n  return process.env.OWN;\n}',
      'made/config.json': config,
    });
    expect((await made.call()).result).toBe('own');
  }
});
