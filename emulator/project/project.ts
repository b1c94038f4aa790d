import type { Settings } from './settings.ts';
import type { FunctionSource } from './function-source.ts';

/** What is on disk: one folder that holds `functions/`. Every path in it is absolute. */
export interface Project {
  root: string;
  functions: FunctionSource[];
  settings: Settings;
}
