import { readFileSync } from 'node:fs';
import { relative, sep } from 'node:path';
import type { FunctionSource } from '../project/function-source.ts';
import type { Generation } from '../platform/generations.ts';
import type { Bundle, BundleResult } from './bundle.ts';
import { handlerOffset } from './handler-place.ts';
import { shortHash } from './hash.ts';
import { missingHandler } from './missing-handler.ts';
import { outline } from './outline.ts';
import { syntaxFault } from './syntax.ts';

/** Whether `source` is used as it is: a hand-written `index.js`, as lpf projects have them. */
export function isHandWritten(source: FunctionSource): boolean {
  return source.entry.endsWith('.js');
}

/**
 * A hand-written function, byte for byte, where the generation that it is written for is one of `wanted`; empty where it
 * is not. A file without a handler is written for none, which is said whatever is wanted.
 */
export async function useHandWritten(
  root: string,
  source: FunctionSource,
  wanted: readonly Generation[],
): Promise<BundleResult[]> {
  const code = readFileSync(source.entry, 'utf8');
  const shape = outline(code);
  const own = generationOf(shape);
  const missing = handlerOffset(shape) === undefined;
  const generations = wanted.filter((generation) => missing || generation === own);
  if (generations.length === 0) return [];
  const file = relative(root, source.entry).split(sep).join('/');
  const bundle = asBundle(file, source, own, code);
  const fault = (await syntaxFault(bundle, file)) ?? (missing ? missingHandler(root, source) : null);
  return generations.map((generation) => ({
    function: source.name,
    generation,
    ...(fault ? { bundle: null, findings: [fault] } : { bundle, findings: [] }),
  }));
}

function asBundle(file: string, { name }: FunctionSource, generation: Generation, code: string): Bundle {
  return {
    function: name,
    generation,
    code,
    map: null,
    hash: shortHash(code),
    characters: code.length,
    weights: [{ file, characters: code.length }],
  };
}

const declared =
  /function\s+lambda\s*\(([^)]*)\)|lambda\s*=\s*(?:async\s*)?(?:function\s*[\w$]*\s*)?\(([^)]*)\)/;

/**
 * The generation that a hand-written function is for, by its shape (comments and strings blanked): `import` makes it
 * v2; `require` or a second parameter, the callback, v1. Without either it answers with what it returns, as v2 has it.
 */
export function generationOf(shape: string): Generation {
  if (/^\s*(?:import(?=[\s{*])|export\s)/m.test(shape)) return 'v2';
  if (/(?<![\w$.])require\s*\(/.test(shape)) return 'v1';
  const [, parameters1, parameters2] = declared.exec(shape) ?? [];
  return names(parameters1 ?? parameters2 ?? '').length > 1 ? 'v1' : 'v2';
}

/** The parameters of a list; what one of them is taken apart into is no parameter of its own. */
function names(list: string): string[] {
  const whole = list.replaceAll(/\{[^{}]*\}|\[[^[\]]*\]/g, '_');
  return whole === list ? list.split(',').filter((name) => name.trim() !== '') : names(whole);
}
