import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isFile, isFolder } from '../../project/find.ts';
import type { FunctionSource } from '../../project/function-source.ts';
import { good, type Check } from './check.ts';

/** A tsconfig.json in which every template type-checks, whatever the version of TypeScript has for defaults. */
const advised =
  '{ "include": ["functions"], "compilerOptions": { "strict": true, "target": "es2023", "module": "esnext", "moduleResolution": "bundler", "noEmit": true } }';

/** Whether an editor will check the project's TypeScript; nothing to say where there is none. */
export function checkEditor(root: string, functions: readonly FunctionSource[]): Check[] {
  if (!functions.some(({ entry }) => entry.endsWith('.ts'))) return [];
  const path = join(root, 'tsconfig.json');
  if (!isFile(path)) return [doubt('there is no tsconfig.json', `have one such as ${advised}`)];
  const text = readFileSync(path, 'utf8');
  if (!coversFunctions(text))
    return [doubt('tsconfig.json leaves functions/ out', `take it in, as ${advised} does`)];
  if (!knowsGlobals(text, root)) {
    return [
      doubt(
        'with the "lib" of tsconfig.json an editor knows neither fetch nor console',
        'add "dom" to it; or npm install --save-dev @types/node, and add "types": ["node"]',
      ),
    ];
  }
  return [good('editor', 'tsconfig.json covers functions/')];
}

function doubt(message: string, hint: string): Check {
  return { subject: 'editor', status: 'warning', message, hint };
}

/**
 * Whether the text of a `tsconfig.json` takes in `functions/`. Comments and trailing commas are allowed in there, so it
 * is no JSON; what is looked for is plain enough to be found without a parser.
 */
export function coversFunctions(text: string): boolean {
  const included = listOf('include', text);
  if (included === undefined) return !/"files"\s*:/.test(text);
  const patterns = included.map((pattern) => pattern.replace(/^\.\//, ''));
  return patterns.some((pattern) => /^(functions|\*\*?|\.|)(\/|$)/.test(pattern));
}

/** Whether the globals of a function are typed: by the browser's library, which is there by default, or by Node's types. */
function knowsGlobals(text: string, root: string): boolean {
  const lib = listOf('lib', text);
  if (lib === undefined || lib.some((name) => /^(dom|webworker)$/i.test(name))) return true;
  const types = listOf('types', text);
  return types?.includes('node') ?? isFolder(join(root, 'node_modules/@types/node'));
}

/** The texts in the list that `key` has; `undefined` where there is no such key. */
function listOf(key: string, text: string): string[] | undefined {
  const list = new RegExp(String.raw`"${key}"\s*:\s*\[([^\]]*)\]`).exec(text)?.[1];
  return list === undefined ? undefined : [...list.matchAll(/"([^"]*)"/g)].map(([, item = '']) => item);
}
