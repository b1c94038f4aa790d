import type { Generation } from '../../platform/generations.ts';
import type { Engine } from '../../runtime/protocol.ts';

/** Flags of `lpf-emulator invoke`. */
export interface InvokeOptions {
  generation?: Generation;
  engine: Engine;
  payload?: string;
  message?: string;
  lpEvent?: string;
  lpSdes?: string;
  event?: string;
  set: string[];
  limit: string[];
  json?: true;
  watch?: true;
  writeSecrets?: true;
}
