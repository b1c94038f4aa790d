import type { Finding } from '../errors.ts';
import type { Settings } from './settings.ts';
import type { FunctionSource } from './function-source.ts';

/** What is on disk: one folder that holds `functions/`. Every path in it is absolute, but for those in findings. */
export interface Project {
  root: string;
  functions: FunctionSource[];
  /** Functions whose folder cannot be used, each with the reasons; the others are not held up by them. */
  broken: BrokenFunction[];
  settings: Settings;
}

/** A function folder that cannot be used, and why. */
export interface BrokenFunction {
  name: string;
  findings: Finding[];
}
