import type { Generation } from '../../platform/generations.ts';
import type { Engine } from '../../runtime/protocol.ts';
import type { PassageOptions } from '../passage.ts';

/** Flags of `lpf-emulator invoke`. */
export interface InvokeOptions extends PassageOptions {
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
  inspect?: string | true;
  inspectBrk?: string | true;
  writeSecrets?: true;
}
