import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Finding } from '../errors.ts';
import { isFile } from '../project/find.ts';
import { lineAndColumn } from '../project/json-position.ts';
import { outline } from './outline.ts';

const file = 'tsconfig.json';

/*
 * Of the project's own tsconfig.json nothing is followed, so that the bytes of a bundle depend on its sources alone; who
 * relies on a setting that changes what a source means is told. Comments are allowed in there, and what is looked for is
 * plain, so no parser is asked; what the file extends is not read.
 */

/** Whether `tsconfig.json` of the project at `root` leads an import of `name` somewhere, by `paths` or `baseUrl`. */
export function isMapped(root: string, name: string): boolean {
  const text = textOf(root);
  const [, paths = ''] = /"paths"\s*:\s*\{([^}]*)\}/.exec(text) ?? [];
  const keys = [...paths.matchAll(/"([^"]+)"\s*:/g)].map(([, key = '']) => key);
  return keys.some((key) => matches(key, name)) || isBelowBase(root, text, name);
}

/** A key of `paths` has one `*` at most; one that is nothing else stands for every import, and says nothing of this one. */
function matches(key: string, name: string): boolean {
  const [head = '', tail] = key.split('*');
  if (tail === undefined) return key === name;
  return key !== '*' && name.length >= key.length - 1 && name.startsWith(head) && name.endsWith(tail);
}

function isBelowBase(root: string, text: string, name: string): boolean {
  const base = /"baseUrl"\s*:\s*"([^"]*)"/.exec(text)?.[1];
  if (base === undefined) return false;
  return ['', '.ts', '.tsx', '.js', '/index.ts'].some((end) => isFile(join(root, base, name + end)));
}

/** A warning for the first decorator in `sources` (below `root`) where the project has them of the older kind. */
export function legacyDecorators(root: string, sources: readonly string[]): Finding[] {
  if (!/"experimentalDecorators"\s*:\s*true/.test(textOf(root))) return [];
  for (const source of sources) {
    if (!source.endsWith('.ts') || source.includes('node_modules/') || !isFile(join(root, source))) continue;
    const text = readFileSync(join(root, source), 'utf8');
    const at = /(?<![\w$.])@[A-Za-z_$]/.exec(outline(text))?.index;
    if (at !== undefined) return [standardOnly({ file: source, ...lineAndColumn(text, at) })];
  }
  return [];
}

function standardOnly(where: Finding['where']): Finding {
  return {
    code: 'tsconfig-ignored',
    severity: 'warning',
    message: `this decorator becomes one of the JavaScript standard: "experimentalDecorators" in ${file} is not followed`,
    hint: 'write it as the standard has it, function (value, context), and take that setting out; or do without',
    ...(where && { where }),
  };
}

function textOf(root: string): string {
  const path = join(root, file);
  return isFile(path) ? readFileSync(path, 'utf8') : '';
}
