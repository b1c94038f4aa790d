import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Where } from '../errors.ts';
import { isFile } from '../project/find.ts';
import { lineAndColumn } from '../project/json-position.ts';
import { outline } from './outline.ts';

/** Where `lambda` is first named in `code`, the comments and strings of which are blanked. */
export function handlerOffset(code: string): number | undefined {
  return /(?<![\w$.])lambda(?![\w$])/.exec(code)?.index;
}

/** Where the source of the function `name` names its handler; `undefined` where it has none, or none any more. */
export function handlerPlace(root: string, name: string): Where | undefined {
  const files = ['index.ts', 'index.js'].map((file) => `functions/${name}/${file}`);
  const file = files.find((each) => isFile(join(root, each)));
  if (file === undefined) return undefined;
  const text = readFileSync(join(root, file), 'utf8');
  const offset = handlerOffset(outline(text));
  return offset === undefined ? undefined : { file, ...lineAndColumn(text, offset) };
}
