import type { Generation } from '../platform/generations.ts';
import type { Bundle } from './bundle.ts';
import { importRequired } from './external-require.ts';
import { handlerOwner, wrap } from './handler.ts';
import { shortHash } from './hash.ts';
import { shownInput, showInputs } from './shown-path.ts';

/** What esbuild made of one function. */
export interface Output {
  function: string;
  generation: Generation;
  minify: boolean;
  text: string;
  /** Source map (version 3) as JSON text. */
  map: string;
  /** Bytes that each input contributes. */
  inputs: Record<string, { bytesInOutput: number }>;
  /** Every file that was read for it, relative to the root, also what left nothing in it. */
  reached: string[];
  /** What is left to be loaded when the bundle runs. */
  imports: { path: string; kind: string }[];
}

/** Makes the bundle: the handler in the generation's shape, one line of banner, and a map that accounts for both. */
export function assemble(output: Output): Bundle {
  const { generation, minify, inputs } = output;
  const required = output.imports.filter(({ kind }) => kind === 'require-call').map(({ path }) => path);
  const shown = showInputs(output.text, Object.keys(inputs));
  const wrapped = wrap(shown, generation, minify);
  const text = generation === 'v2' ? importRequired(wrapped.text, required) : wrapped.text;
  const hash = shortHash(text);
  const code = `// ${output.function} · ${generation} · ${hash} · lpf-bundle\n${text}`;
  return {
    function: output.function,
    generation,
    code,
    map: shiftMap(output.map, wrapped.line),
    hash,
    characters: code.length,
    weights: weigh(inputs),
    imports: [...new Set(output.imports.map(({ path }) => path))],
    files: output.reached,
  };
}

interface RawMap {
  sources: string[];
  mappings: string;
}

/** One line further down for the banner; what follows from `wrapperLine` on is ours and maps to nothing. */
function shiftMap(map: string, wrapperLine: number): string {
  const raw = JSON.parse(map) as RawMap;
  const lines = raw.mappings.split(';').slice(0, wrapperLine);
  while (lines.length < wrapperLine) lines.push('');
  const sources = raw.sources.map(shownInput);
  return JSON.stringify({ ...raw, sources, mappings: ['', ...lines, unmapped].join(';') });
}

/** A segment that holds a column and no source; Node reads it only when something follows. */
const unmapped = 'A;';

function weigh(inputs: Output['inputs']): Bundle['weights'] {
  return Object.entries(inputs)
    .filter(([path, { bytesInOutput }]) => handlerOwner(path) === null && bytesInOutput > 0)
    .map(([path, { bytesInOutput }]) => ({ file: shownInput(path), characters: bytesInOutput }))
    .toSorted((one, other) => other.characters - one.characters || (one.file < other.file ? -1 : 1));
}
