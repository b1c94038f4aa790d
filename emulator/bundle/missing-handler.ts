import { readFileSync } from 'node:fs';
import { relative, sep } from 'node:path';
import type { Finding } from '../errors.ts';
import type { FunctionSource } from '../project/function-source.ts';
import { lineAndColumn } from '../project/json-position.ts';
import { handlerOffset } from './handler-place.ts';
import { outline } from './outline.ts';

/** Why `source` has no usable handler: its file is empty, or declares or exports no function named `lambda`. */
export function missingHandler(root: string, source: FunctionSource): Finding {
  const file = relative(root, source.entry).split(sep).join('/');
  const text = readFileSync(source.entry, 'utf8');
  const code = outline(text);
  const written = source.entry.endsWith('.ts')
    ? 'export async function lambda(input) { … }'
    : 'function lambda';
  if (code.trim() === '') {
    return {
      code: 'empty-file',
      severity: 'error',
      message: `${file} holds no code`,
      hint: `write a handler: ${written}`,
      where: { file, line: 1, column: 1 },
    };
  }
  const mention = handlerOffset(code);
  return {
    code: 'no-lambda',
    severity: 'error',
    message:
      mention === undefined
        ? `${file} has no function named lambda`
        : `${file} does not export lambda by its name`,
    hint: `the platform looks for the handler by the name lambda: ${written}`,
    where: { file, ...lineAndColumn(text, mention ?? 0) },
  };
}
