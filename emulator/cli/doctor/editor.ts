import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isFile } from '../../project/find.ts';
import type { FunctionSource } from '../../project/function-source.ts';
import { good, type Check } from './check.ts';

/** Whether an editor will check the project's TypeScript; nothing to say where there is none. */
export function checkEditor(root: string, functions: readonly FunctionSource[]): Check[] {
  if (!functions.some(({ entry }) => entry.endsWith('.ts'))) return [];
  const path = join(root, 'tsconfig.json');
  const covered = isFile(path) && coversFunctions(readFileSync(path, 'utf8'));
  if (covered) return [good('editor', 'tsconfig.json covers functions/')];
  return [
    {
      subject: 'editor',
      status: 'warning',
      message: isFile(path) ? 'tsconfig.json leaves functions/ out' : 'there is no tsconfig.json',
      hint: 'have one with "include": ["functions"] and "strict": true, so that the editor checks types',
    },
  ];
}

/**
 * Whether the text of a `tsconfig.json` takes in `functions/`. Comments and trailing commas are allowed in there, so it
 * is no JSON; what is looked for is plain enough to be found without a parser.
 */
export function coversFunctions(text: string): boolean {
  const included = /"include"\s*:\s*\[([^\]]*)\]/.exec(text)?.[1];
  if (included === undefined) return !/"files"\s*:/.test(text);
  const patterns = [...included.matchAll(/"([^"]*)"/g)].map(([, pattern = '']) =>
    pattern.replace(/^\.\//, ''),
  );
  return patterns.some((pattern) => /^(functions|\*\*?|\.|)(\/|$)/.test(pattern));
}
