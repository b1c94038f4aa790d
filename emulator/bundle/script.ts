import type { ImportSpecifier } from 'es-module-lexer';
import type { Generation } from '../platform/generations.ts';
import { parseClause, renderClause } from './import-clause.ts';

/** One stretch of text and what takes its place. */
interface Edit {
  start: number;
  end: number;
  text: string;
}

/** What `import()` is called in the script: the emulator's own function, which has no place in a function's stack. */
export const importStandIn = '$mport';

// Stand-ins as long as the words they replace, so that columns stay where they are.
const dynamicImport = { word: 'import', standIn: importStandIn };
const importMeta = { word: 'import.meta', standIn: '$mport_meta' };
const helpers = {
  dynamic: `const $mport = async (name) => { const all = require(name); return { ...all, default: all }; };`,
  meta: `const $mport_meta = { url: "file:///index.js" };`,
};

/**
 * The text of a v2 bundle as a CommonJS script that can run where there is no module loader: `import` becomes `require`,
 * every line stays where it was, `export` is left for the engine to complain about. The script has to be run as strict
 * code, as a module is. A v1 bundle is returned as it is, and so is text that cannot be read as a module, for the
 * engine to name the syntax error.
 */
export async function toScript(code: string, generation: Generation): Promise<string> {
  if (generation === 'v1' || !code.includes('import')) return code;
  const lexer = await import('es-module-lexer');
  await lexer.init;
  try {
    return rewrite(code, lexer.parse(code)[0]);
  } catch {
    return code;
  }
}

function rewrite(code: string, imports: readonly ImportSpecifier[]): string {
  const edits: Edit[] = [];
  const hoisted: string[] = [];
  let head = 0;
  for (const found of imports) {
    if (found.d !== -1) {
      edits.push(dynamic(found));
      continue;
    }
    const binding = render(code, found);
    const inPlace = isBlank(code.slice(head, found.ss)) && isBlank(restOfLine(code, found.se));
    if (inPlace) head = found.se;
    else hoisted.push(binding);
    edits.push(replaced(code, found, inPlace ? binding : ''));
  }
  if (imports.some(({ d }) => d > -1)) hoisted.push(helpers.dynamic);
  if (imports.some(({ d }) => d === -2)) hoisted.push(helpers.meta);
  return hoisted.join('') + apply(code, edits);
}

function dynamic({ ss, d }: ImportSpecifier): Edit {
  const { word, standIn } = d === -2 ? importMeta : dynamicImport;
  return { start: ss, end: ss + word.length, text: standIn };
}

function render(code: string, { ss, s, e }: ImportSpecifier): string {
  return renderClause(parseClause(code.slice(ss + 'import'.length, s - 1)), code.slice(s - 1, e + 1));
}

/** In place where the statement stands by itself at the head of the file; else its binding is hoisted, as imports are. */
function replaced(code: string, { ss, se }: ImportSpecifier, binding: string): Edit {
  const statement = code.slice(ss, se);
  if (binding === '') return { start: ss, end: se, text: statement.replaceAll(/[^\r\n]/g, ' ') };
  const end = code[se] === ';' ? se + 1 : se;
  return { start: ss, end, text: binding + '\n'.repeat(statement.split('\n').length - 1) };
}

function apply(code: string, edits: Edit[]): string {
  let position = 0;
  let text = '';
  for (const edit of edits.toSorted((one, other) => one.start - other.start)) {
    text += code.slice(position, edit.start) + edit.text;
    position = edit.end;
  }
  return text + code.slice(position);
}

function restOfLine(code: string, start: number): string {
  const end = code.indexOf('\n', start);
  return code.slice(start, end === -1 ? undefined : end);
}

function isBlank(text: string): boolean {
  return (
    text.replaceAll(/\/\*[^]*?\*\/|\/\/.*/g, '').replaceAll(/[\s;]|"use strict"|'use strict'/g, '') === ''
  );
}
