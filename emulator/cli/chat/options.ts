import type { Channel } from '../../connector/settings/settings.ts';
import type { Generation } from '../../platform/generations.ts';
import type { Engine } from '../../runtime/protocol.ts';
import type { EndpointBotFlags } from '../endpoint/bot-source.ts';
import type { PassageOptions } from '../passage.ts';

/** Flags of `lpf-emulator chat`. */
export interface ChatFlags extends PassageOptions, EndpointBotFlags {
  generation?: Generation;
  engine: Engine;
  channel?: Channel;
  settings?: string;
  given?: string;
  transcript?: string;
  from?: string;
  limit: string[];
  logs?: true;
  wait: boolean;
}
