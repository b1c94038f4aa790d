import { isAbsolute, join, relative, resolve } from 'node:path';
import { EmulatorError } from '../errors.ts';

/**
 * Where bundles go, absolute: `dist` in the project, or the folder that was asked for, seen from `cwd`. Throws
 * `bad-usage` for a folder among the sources, which no command writes to.
 */
export function outFolder(cwd: string, root: string, asked: string | undefined): string {
  if (asked === undefined) return join(root, 'dist');
  const out = resolve(cwd, asked);
  const fromSources = relative(join(root, 'functions'), out);
  if (fromSources.startsWith('..') || isAbsolute(fromSources)) return out;
  throw new EmulatorError({
    code: 'bad-usage',
    message: `--out ${asked} is among the sources in functions/, which are never written to`,
    hint: 'choose a folder outside functions/, such as dist',
  });
}
