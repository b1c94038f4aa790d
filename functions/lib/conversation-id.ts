import { field } from './field';

/**
 * The places where the request of each vendor keeps the conversation's id. Dialogflow has it only as a session name.
 * Source: developers.liveperson.com/third-party-bots-hook-configuration.html.
 */
const places: readonly string[][] = [
  ['faasPayload', 'convId'],
  ['lexQuery', 'sessionAttributes', 'convId'],
  ['msPayload', 'channelData', 'context', 'convId'],
  ['watsonV1Payload', 'context', 'convId'],
  ['watsonV2Payload', 'context', 'convId'],
];

/** The id of the conversation that a hook was called for, whatever the vendor; null where there is none. */
export function conversationId(payload: unknown): string | null {
  for (const place of places) {
    const id = field(payload, ...place);
    if (typeof id === 'string' && /^[\w-]{1,100}$/.test(id)) return id;
  }
  return null;
}
