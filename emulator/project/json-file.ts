import { readFileSync } from 'node:fs';
import { basename, isAbsolute, relative, sep } from 'node:path';
import * as z from 'zod/mini';
import { EmulatorError, type Code, type Where } from '../errors.ts';
import { keyOffset, lineAndColumn, syntaxOffset } from './json-position.ts';

/** A JSON file of the user's, and what to call it in a complaint. */
export interface JsonFile {
  path: string;
  root: string;
  code: Code;
  /** What to do when the file cannot be used at all. */
  hint: string;
}

/**
 * Reads `file` and parses it with `schema`. Throws its code for a file that is missing, is not JSON, or does not fit,
 * with the position of the first thing that is wrong.
 */
export function readJson<T>(file: JsonFile, schema: z.ZodMiniType<T>): T {
  const text = readText(file);
  const parsed = schema.safeParse(parse(text, file));
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  const path = (issue?.path ?? []).filter((key) => typeof key !== 'symbol');
  throw new EmulatorError({
    code: file.code,
    message: `${path.length ? `"${path.join('.')}" in ${basename(file.path)}` : basename(file.path)} ${issue?.message ?? 'is invalid'}`,
    hint: file.hint,
    where: where(file, text, keyOffset(text, path)),
  });
}

/** Where the value at `path` stands in `file`, which is known to be JSON. */
export function placeOf(file: JsonFile, path: readonly (string | number)[]): Where {
  const text = readText(file);
  return where(file, text, keyOffset(text, path));
}

/** Path of `file` as findings show it: from the project's root, with forward slashes. */
export function shownPath(root: string, path: string): string {
  const shown = relative(root, path);
  return shown.startsWith('..') || isAbsolute(shown) ? path : shown.split(sep).join('/');
}

function readText(file: JsonFile): string {
  try {
    return readFileSync(file.path, 'utf8').replace(/^\uFEFF/, '');
  } catch (error) {
    const missing = (error as NodeJS.ErrnoException).code === 'ENOENT';
    throw new EmulatorError({
      code: file.code,
      message: `${basename(file.path)} ${missing ? 'is missing' : 'cannot be read'}`,
      hint: file.hint,
      where: where(file),
    });
  }
}

function parse(text: string, file: JsonFile): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const empty = text.trim() === '';
    const reason = (error as Error).message
      .replace(/( in JSON)? at position .*$/s, '')
      .replace(/, (\.{3})?".*$/s, '');
    throw new EmulatorError({
      code: file.code,
      message: empty ? `${basename(file.path)} is empty` : `${basename(file.path)} is not JSON: ${reason}`,
      hint: file.hint,
      where: where(file, text, empty ? 0 : syntaxOffset(text, error as Error)),
    });
  }
}

function where(file: JsonFile, text?: string, offset = 0): Where {
  const shown = shownPath(file.root, file.path);
  return text === undefined ? { file: shown } : { file: shown, ...lineAndColumn(text, offset) };
}
