import type { JsonObject } from './json.ts';

/**
 * All names that differ between a Custom Integration function (left) and a Custom Endpoint (right). Sources:
 * developers.liveperson.com/third-party-bots-liveperson-functions-basic-content.html and
 * developers.liveperson.com/third-party-bots-custom-endpoint-basic-content.html.
 */
export const names = {
  /** What the consumer did: as the connector calls it, and `type` of the event. */
  event: {
    text: 'TEXT',
    'rich-content': 'RICH_CONTENT',
    /** In the OpenAPI document only; the reference service answers 400. */
    file: 'hosted-file',
    welcome: 'START',
  },
  /** A message with this key, and `type` of the item. */
  item: { text: 'TEXT', structuredContent: 'STRUCTURED_CONTENT', delay: 'DELAY', action: 'ACTION' },
  action: { INVOCATION: 'INVOKE_FUNCTION' },
  /** Keys of the parameters of a TRANSFER. */
  transfer: { skill: 'skillName' },
  delay: { delay: 'seconds' },
  privateText: { text: 'message' },
  intent: { intentId: 'id', intentName: 'description' },
} as const satisfies Record<string, Record<string, string>>;

/** Kinds of events that a bot is told of. */
export type HeardType = keyof typeof names.event;

/**
 * A name on the other side. It goes both ways, so that the right name of the wrong side stays wrong: `skillName` of a
 * function becomes `skill` on the wire, which no endpoint's action has.
 */
export function swapped(name: string, table: Readonly<Record<string, string>>): string {
  if (Object.hasOwn(table, name)) return table[name] ?? name;
  return Object.entries(table).find(([, other]) => other === name)?.[0] ?? name;
}

/** `object` with the names of its keys on the other side; what is `undefined` is left out. */
export function withSwappedKeys(
  object: JsonObject,
  table: Readonly<Record<string, string>>,
): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(object)
      .filter(([, value]) => value !== undefined)
      .map(([key, value]) => [swapped(key, table), value]),
  );
}

/** Parameters of an action on the other side; `action` is its name on either. What is no object stays what it is. */
export function swappedParameters(action: string, parameters: unknown): unknown {
  if (action !== 'TRANSFER' || typeof parameters !== 'object' || parameters === null) return parameters;
  return Array.isArray(parameters) ? parameters : withSwappedKeys({ ...parameters }, names.transfer);
}
