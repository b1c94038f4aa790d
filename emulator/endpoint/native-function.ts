import { readFileSync } from 'node:fs';
import { createRequire, isBuiltin } from 'node:module';
import { join } from 'node:path';
import { compileFunction } from 'node:vm';
import type { Bundle } from '../bundle/bundle.ts';
import { toScript } from '../bundle/script.ts';
import { EmulatorError } from '../errors.ts';
import { toolbelt } from '../platform/modules.ts';
import { packageRoot } from '../platform/package-root.ts';
import { fromLambda, fromReturning, type Lambda } from './service/from-lambda.ts';
import type { RunFunction } from './service/run-function.ts';
import * as standIn from './service/toolbelt.ts';

/**
 * The function of `bundle`, to be called in this very process: at full speed, and with all that this process may do. The
 * toolbelt is the service's stand-in; libraries come from the project at `root`, else from this package. Throws what the
 * bundle throws when it is loaded.
 */
export async function nativeFunction(
  root: string,
  { function: name, code, generation }: Bundle,
): Promise<RunFunction> {
  const script = await toScript(code, generation);
  const load = loader(createRequire(join(root, 'functions', name, 'index.js')));
  const strict = generation === 'v2' ? '"use strict";' : '';
  const filename = `functions/${name}/index.js`;
  const made: unknown = compileFunction(
    `${strict}${script}\nreturn lambda;`,
    ['require', 'module', 'exports'],
    { filename },
  )(load, {}, {});
  return (generation === 'v2' ? fromReturning : fromLambda)(made as Lambda);
}

function loader(own: NodeJS.Require): (name: string) => unknown {
  return (name) => {
    if (Object.values(toolbelt).includes(name)) return standIn;
    try {
      return own(name) as unknown;
    } catch (error) {
      if (isBuiltin(name) || (error as { code?: string }).code !== 'MODULE_NOT_FOUND') throw error;
      return shipped(name);
    }
  };
}

/** The copy of a library that the emulator's instances get. */
function shipped(name: string): unknown {
  const build = join(packageRoot(), 'build');
  const libraries = JSON.parse(readFileSync(join(build, 'libraries.json'), 'utf8')) as Record<
    string,
    { file: string }
  >;
  const file = libraries[name]?.file;
  if (file !== undefined) return createRequire(join(build, 'index.js'))(`./${file}`) as unknown;
  throw new EmulatorError({
    code: 'module-not-offered',
    message: `the function loads ${name}, which is nowhere to be found`,
    hint: `install it in your project: npm install ${name}`,
  });
}
