import type { Generation } from '../../platform/generations.ts';
import type { Engine } from '../../runtime/protocol.ts';
import type { PassageOptions } from '../passage.ts';

/** Flags of `lpf-emulator run`. */
export interface RunOptions extends PassageOptions {
  generation?: Generation | 'all';
  engine: Engine;
  payload: string[];
  repeat: string;
  cold?: true;
  concurrency?: string;
  limit: string[];
  reporter: string[];
  json?: true;
  watch?: true;
  diff?: true;
  writeSecrets?: true;
}
