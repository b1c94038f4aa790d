import type { Generation } from '../platform/generations.ts';
import { fetchShim, fetchStandIn } from './fetch-shim.ts';

const prefix = 'lpf-bundle:';

/** Name of the virtual module that imports a function's handler; it also stands in source maps, for the wrapper. */
export function handlerModule(name: string): string {
  return prefix + name;
}

/** The function whose virtual module `module` is, or `null` when it is a file. */
export function handlerOwner(module: string): string | null {
  return module.startsWith(prefix) ? module.slice(prefix.length) : null;
}

/**
 * Text of the virtual module. The mention of a free `lambda` goes away, but makes esbuild keep the name clear, so that
 * no inlined module's own `lambda` can take it; what is left marks the place of the wrapper.
 */
export function handlerText(entry: string, generation: Generation): string {
  const mark = { v1: '__lpf_out(handler);', v2: 'export { handler as __lpf_handler };' }[generation];
  return `import { lambda as handler } from ${JSON.stringify(entry)};\n0 && lambda;\n${mark}\n`;
}

const marks = {
  v1: /(?:\n\/\/ lpf-bundle:\w+\n)?__lpf_out\(([^()]+)\);?\s*$/,
  v2: /(?:\/\/ lpf-bundle:\w+\n)?export\s*\{\s*([\w$]+) as __lpf_handler\s*\};?\s*$/,
};

/** v1 wants the callback called exactly once, and with something when it failed. */
const wrappers = {
  v1: (handler: string) => `
function lambda(input, callback) {
  new Promise(function (resolve) {
    resolve(${handler}(input));
  }).then(
    function (answer) {
      callback(null, answer);
    },
    function (error) {
      callback(error == null ? new Error("rejected with " + error) : error, null);
    },
  );
}
`,
  v2: (handler: string) => `
async function lambda(input) {
  return ${handler}(input);
}
`,
};

/**
 * Puts the generation's `lambda` where esbuild left the mark, and behind it what else the text needs. `line` counts the
 * lines in front of it.
 */
export function wrap(text: string, generation: Generation, minify: boolean): { text: string; line: number } {
  const mark = marks[generation].exec(text);
  const handler = mark?.[1];
  if (!mark || handler === undefined) throw new Error('the bundle has lost the mark of its handler');
  const body = text.slice(0, mark.index).trimEnd() + (minify ? '\n' : '\n\n');
  const shim = generation === 'v1' && body.includes(fetchStandIn) ? fetchShim : '';
  const tail = wrappers[generation](handler).trimStart() + shim;
  return { text: body + (minify ? tight(tail) : tail), line: body.split('\n').length - 1 };
}

/** Our own few lines hold no strings with spaces worth keeping and no line comments. */
function tight(text: string): string {
  return text.replaceAll(/\n\s*/g, '') + '\n';
}
