import { EmulatorError } from '../../errors.ts';
import type { FunctionSource } from '../../project/function-source.ts';
import { loadProject } from '../../project/load.ts';
import type { Settings } from '../../project/settings.ts';

/** One function of a project. */
export interface OneFunction {
  root: string;
  source: FunctionSource;
  settings: Settings;
}

/** Reads one function of the project around `cwd`. Throws what `loadProject` throws, and why it cannot be used. */
export function loadFunction(cwd: string, name: string): OneFunction {
  const { root, functions, broken, settings } = loadProject(cwd, [name]);
  const reason = broken[0]?.findings[0];
  if (reason) throw new EmulatorError(reason);
  const [source] = functions;
  if (!source) throw new Error(`function ${name} is neither usable nor broken`);
  return { root, source, settings };
}
