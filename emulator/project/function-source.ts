import type { FunctionConfig } from './config.ts';

/** One function on disk. `entry` is its `index.ts` or hand-written `index.js`; where there are both, the former. */
export interface FunctionSource {
  name: string;
  folder: string;
  entry: string;
  config: FunctionConfig;
}
