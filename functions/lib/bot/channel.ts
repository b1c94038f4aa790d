import type { Request } from '../events/custom-integration';

/** Where the conversation takes place; it decides what an answer may hold. */
export type Channel = 'chat' | 'messaging';

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/**
 * The channel of a request. In doubt chat, whose answers both channels accept: quick replies on chat are an error.
 * A messaging conversation's id is a UUID, a chat's is a session key.
 */
export function channelOf(request: Request): Channel {
  const lpEvent = request.context?.lpEvent;
  const type = lpEvent?.conversationContext?.type;
  if (type === 'MESSAGING') return 'messaging';
  if (type === 'CHAT' || lpEvent?.chatSessionKey || lpEvent?.isWelcomeEvent) return 'chat';
  return uuid.test(String(request.convId)) ? 'messaging' : 'chat';
}

/**
 * Whether a chat begins. The event's name is documented in prose, the flag in the example; the flag alone does not
 * outweigh a text of the consumer's, which differs from the system's own line.
 */
export function isChatWelcome(request: Request): boolean {
  if (String(request.event?.name).toUpperCase() === 'WELCOME') return true;
  const lpEvent = request.context?.lpEvent;
  return lpEvent?.isWelcomeEvent === true && (!request.message || request.message === lpEvent.text);
}
