import { compileFunction } from 'node:vm';
import type { Finding, Where } from '../errors.ts';
import type { Bundle } from './bundle.ts';
import { parse } from './parse.ts';
import { toScript } from './script.ts';

/** The complaint about a place that cannot be parsed. */
export function syntaxError(message: string, where: Where): Finding {
  return {
    code: 'syntax-error',
    severity: 'error',
    message,
    hint: 'correct the source at this place',
    where,
  };
}

/** What is wrong with the syntax of a hand-written file; `null` where nothing is. */
export async function syntaxFault(bundle: Bundle, file: string): Promise<Finding | null> {
  if (await compiles(bundle)) return null;
  const parsed = await parse(bundle);
  if (parsed.program !== null) return null;
  const { line, column } = parsed.position;
  return syntaxError(parsed.message, { file, line, column: column + 1 });
}

/** A quick look by V8, which is there already. It cannot tell where a fault is, and knows no `export` here. */
async function compiles({ code, generation }: Bundle): Promise<boolean> {
  const script = await toScript(code, generation);
  try {
    compileFunction(generation === 'v2' ? `"use strict";${script}` : script);
    return true;
  } catch {
    return false;
  }
}
