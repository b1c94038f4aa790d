import type { StrictAnswer, StrictRequest } from './strict-protocol.ts';

/**
 * Entry of the process in which `lpf-bundle --check` loads bundles into vm2, one after the other. A load runs the
 * code at the bundle's top level, so this happens nowhere near the host.
 */
process.on('message', (request: StrictRequest) => void answer(request));
process.on('disconnect', () => process.exit(0));
process.on('uncaughtException', () => {});
process.on('unhandledRejection', () => {});

/** Globals of the platform's Node that vm2 leaves out unless they are handed in. */
const globals =
  'AbortController AbortSignal Blob FormData Headers Request Response TextDecoder TextEncoder URL URLSearchParams atob btoa crypto fetch performance queueMicrotask structuredClone'.split(
    ' ',
  );

/** vm2 takes a frame with an absolute file name for one of its own and hides it; this makes it tell line and column. */
const tellPlaces = `Error.prepareStackTrace = function (error, frames) {
  return frames.map(function (frame) {
    return frame.getFileName() + ':' + frame.getLineNumber() + ':' + frame.getColumnNumber();
  }).join('\\n');
};`;

async function answer({ script, modules }: StrictRequest): Promise<void> {
  const { NodeVM } = await import('vm2');
  const vm = new NodeVM({
    console: 'off',
    eval: false,
    wasm: false,
    wrapper: 'none',
    sandbox: {
      ...Object.fromEntries(globals.map((name) => [name, Reflect.get(globalThis, name)])),
      console: {},
    },
    require: {
      external: false,
      builtin: [],
      mock: Object.fromEntries(modules.map((name) => [name, anything()])),
    },
  });
  try {
    vm.run(tellPlaces, 'places.js');
    const kind: unknown = vm.run(`${script}\n;return typeof lambda;`, 'index.js');
    tell({ ok: true, handler: kind === 'function' });
  } catch (error) {
    tell({ ok: false, ...describe(error) });
  }
}

/** Stands for a whole module: whatever is taken from it, called or constructed is such a thing again. */
function anything(): unknown {
  const stand: unknown = new Proxy(function () {}, {
    get: (_, key) => (key === 'then' ? undefined : key === Symbol.toPrimitive ? () => '' : stand),
    apply: () => stand,
    construct: () => stand as object,
  });
  return stand;
}

/** The error's text, and the first place in the bundle that its stack names. */
function describe(error: unknown): { message: string; line: number; column: number } {
  if (!(error instanceof Object) || !('message' in error))
    return { message: String(error), line: 0, column: 0 };
  const stack = 'stack' in error ? String(error.stack) : '';
  const [, line = '0', column = '0'] = /index\.js:(\d+)(?::(\d+))?/.exec(stack) ?? [];
  const name = 'name' in error ? String(error.name) : 'Error';
  return { message: `${name}: ${String(error.message)}`, line: Number(line), column: Number(column) };
}

function tell(message: StrictAnswer): void {
  process.send?.(message);
}
