import { readFileSync } from 'node:fs';
import { relative, sep } from 'node:path';
import type { FunctionSource } from '../project/function-source.ts';
import { generations, type Generation } from '../platform/generations.ts';
import type { BundleResult } from './bundle.ts';
import { shortHash } from './hash.ts';
import { missingHandler } from './missing-handler.ts';
import { outline } from './outline.ts';

/** Whether `source` is used as it is: a hand-written `index.js`, as lpf projects have them. */
export function isHandWritten(source: FunctionSource): boolean {
  return source.entry.endsWith('.js');
}

/**
 * A hand-written function, byte for byte, for those of `wanted` that it is written for; empty when it is written for
 * another generation.
 */
export function useHandWritten(
  root: string,
  source: FunctionSource,
  wanted: readonly Generation[],
): BundleResult[] {
  const code = readFileSync(source.entry, 'utf8');
  const shape = outline(code);
  const missing = !/(?<![\w$.])lambda(?![\w$])/.test(shape);
  return detectGenerations(shape)
    .filter((generation) => wanted.includes(generation))
    .map((generation) => ({
      function: source.name,
      generation,
      ...(missing
        ? { bundle: null, findings: [missingHandler(root, source)] }
        : { bundle: asBundle(root, source, generation, code), findings: [] }),
    }));
}

function asBundle(root: string, source: FunctionSource, generation: Generation, code: string) {
  const file = relative(root, source.entry).split(sep).join('/');
  return {
    function: source.name,
    generation,
    code,
    map: null,
    hash: shortHash(code),
    characters: code.length,
    weights: [{ file, characters: code.length }],
  };
}

const declared =
  /(?:(async)\s+)?function\s+lambda\s*\(([^)]*)\)|lambda\s*=\s*(?:(async)\s*)?(?:function\s*[\w$]*\s*)?\(([^)]*)\)/;

/**
 * The generations that a hand-written function is for, by its shape (comments and strings blanked): `import` makes it
 * v2; `require` or a second parameter, the callback, v1; an async handler without one v2; both when nothing tells.
 */
export function detectGenerations(shape: string): readonly Generation[] {
  if (/^\s*(?:import(?=[\s{*])|export\s)/m.test(shape)) return ['v2'];
  const [, async1, parameters1, async2, parameters2] = declared.exec(shape) ?? [];
  const parameters = names(parameters1 ?? parameters2 ?? '');
  if (parameters.length > 1 || /(?<![\w$.])require\s*\(/.test(shape)) return ['v1'];
  return (async1 ?? async2) ? ['v2'] : generations;
}

/** The parameters of a list; what one of them is taken apart into is no parameter of its own. */
function names(list: string): string[] {
  const whole = list.replaceAll(/\{[^{}]*\}|\[[^[\]]*\]/g, '_');
  return whole === list ? list.split(',').filter((name) => name.trim() !== '') : names(whole);
}
