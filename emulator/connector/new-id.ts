import { randomUUID } from 'node:crypto';
import type { Channel } from './settings/settings.ts';

/** The id of a new conversation: a UUID on messaging, a session key on chat, as the examples have them. */
export function newConversationId(channel: Channel): string {
  const uuid = randomUUID();
  if (channel === 'messaging') return uuid;
  const digits = BigInt(`0x${uuid.slice(0, 8)}${uuid.slice(9, 13)}`);
  return `H${String(digits).padStart(19, '4')}-${uuid.replaceAll('-', '')}K${String(digits).slice(-7)}`;
}
