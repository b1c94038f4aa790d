import { engines, make } from './made.ts';

const lib = `import { z } from './deeper';

/** Lines that the bundler drops or moves. */
export interface Order {
  number: string;
}

export function readOrder(text: string): Order {
  if (text === 'late') return z(text);
  throw new Error(\`no order in \${text}\`);
}
`;
const deeper = `// A comment that does not reach the bundle.
type Unused = { never: string };

export const z = (text: string): never => {
  const nothing = undefined as unknown as { length: number };
  return nothing.length.toFixed(text.length) as never;
};
`;
const index = `import { Toolbelt } from 'core-functions-toolbelt';
import { readOrder, type Order } from '../lib/order';

interface Request {
  payload: { text: string; wait?: boolean };
}

export async function lambda({ payload }: Request): Promise<Order> {
  Toolbelt.SecretClient();
  if (payload.wait) await new Promise((resolve) => setTimeout(resolve, 1));
  return readOrder(payload.text);
}
`;
const files = { 'made/index.ts': index, 'lib/order.ts': lib, 'lib/deeper.ts': deeper };
const both = engines.flatMap((engine) =>
  (['v1', 'v2'] as const).map((generation) => [generation, engine] as const),
);

test.each(both)(
  'an error in an inlined file names its TypeScript line, on %s and %s',
  async (generation, engine) => {
    const made = await make(files, { engine, generation });
    const { outcome, error, verdict } = await made.call({ payload: { text: 'hello' } });
    expect({ outcome, message: error?.message }).toEqual({ outcome: 'failed', message: 'no order in hello' });
    expect(error?.frames.slice(0, 2)).toEqual([
      { function: 'readOrder', file: 'functions/lib/order.ts', line: 10, column: 9 },
      { function: 'lambda', file: 'functions/made/index.ts', line: 11, column: 10 },
    ]);
    expect(verdict.findings[0]?.where).toEqual({ file: 'functions/lib/order.ts', line: 10, column: 9 });
  },
);

test.each(both)(
  'so does one that is deeper, and after an await, on %s and %s',
  async (generation, engine) => {
    const made = await make(files, { engine, generation });
    const { outcome, error } = await made.call({ payload: { text: 'late', wait: true } });
    expect(outcome).toBe('crashed');
    expect(error?.frames.map(({ file, line }) => `${file}:${line}`)).toEqual([
      'functions/lib/deeper.ts:6',
      'functions/lib/order.ts:9',
      'functions/made/index.ts:11',
    ]);
  },
);

test.each(engines)('a file that fails as it is loaded names its line on %s', async (engine) => {
  const made = await make(
    { ...files, 'lib/order.ts': `${lib}\nexport const broken = (undefined as unknown as Order).number;\n` },
    { engine },
  );
  const { outcome, error } = await made.call();
  expect(outcome).toBe('crashed');
  expect(error?.frames[0]).toMatchObject({ file: 'functions/lib/order.ts', line: 13 });
});

test.each(engines)(
  'a hand-written file is named with its own lines on %s, the first one too',
  async (engine) => {
    const first = await make('async function lambda() { throw new Error("on line one"); }', { engine });
    expect((await first.call()).error?.frames[0]).toEqual({
      function: 'lambda',
      file: 'functions/made/index.js',
      line: 1,
      column: 33,
    });
    const imported = await make(
      "import crypto, { createHash as hash } from 'node:crypto';\nasync function lambda() {\n  return hash('none');\n}",
      { engine },
    );
    expect((await imported.call()).error?.frames.at(-1)).toMatchObject({
      file: 'functions/made/index.js',
      line: 3,
      column: 10,
    });
  },
);

test.each(engines)('an error out of a timer, which nobody catches, names its line on %s', async (engine) => {
  const made = await make(
    'async function lambda() {\n  await new Promise(() => {\n    setTimeout(() => {\n      throw new RangeError("in the timer");\n    }, 1);\n  });\n}',
    { engine },
  );
  const { outcome, error } = await made.call();
  expect({ outcome, message: error?.message }).toEqual({
    outcome: 'crashed',
    message: 'in the timer (thrown after the handler had handed over, where nobody caught it)',
  });
  expect(error?.frames[0]).toMatchObject({ file: 'functions/made/index.js', line: 4 });
});
