import { isObject } from '../../payload/document/path.ts';
import { own } from './value.ts';

/** A chat's conversation id is a session key (`H4127…-…K…`), where messaging has a UUID. */
const chatSessionKey = /^H\d+-/;

/**
 * Whether the payload of a Third-Party Bots event belongs to a chat. `conversationContext.type` decides where it is
 * given; else the welcome event's mark or the form of the conversation id.
 * Source: developers.liveperson.com/third-party-bots-bot-types.html.
 */
export function isChat(payload: unknown): boolean {
  if (!isObject(payload)) return false;
  const event = child(child(payload, 'context'), 'lpEvent');
  const type = own(child(event, 'conversationContext'), 'type');
  if (type === 'CHAT' || type === 'MESSAGING') return type === 'CHAT';
  const conversation = own(payload, 'convId');
  return (
    own(event, 'isWelcomeEvent') === true ||
    (typeof conversation === 'string' && chatSessionKey.test(conversation))
  );
}

function child(object: Record<string, unknown>, key: string): Record<string, unknown> {
  const value = own(object, key);
  return isObject(value) ? value : {};
}
