import { EmulatorError } from '../errors.ts';
import type { FunctionSource } from './function-source.ts';
import { loadFunctions, loadProject } from './load.ts';
import type { Project } from './project.ts';
import type { Settings } from './settings.ts';

/** One function of a project. */
export interface OneFunction {
  root: string;
  source: FunctionSource;
  settings: Settings;
}

/** Reads one function of the project around `cwd`. Throws what `loadProject` throws, and why it cannot be used. */
export function loadOne(cwd: string, name: string): OneFunction {
  const { root, settings, ...read } = loadProject(cwd, [name]);
  return { root, source: only(read), settings };
}

/** The same without the settings, of the project at `root`. */
export function loadSource(root: string, name: string): FunctionSource {
  return only(loadFunctions(root, [name]));
}

function only({ functions, broken }: Pick<Project, 'functions' | 'broken'>): FunctionSource {
  const reason = broken[0]?.findings[0];
  if (reason) throw new EmulatorError(reason);
  const [source] = functions;
  if (!source) throw new Error('a function is neither usable nor broken');
  return source;
}
