import { isObject, type JsonObject } from './json.ts';
import type { Lost } from './lost.ts';
import { names, withSwappedKeys } from './names.ts';

/** The intents of a function's answer on the wire, the one before its alternatives. */
export function intentsOf(context: JsonObject): { intents: unknown[]; lost: Lost[] } {
  const { intentId, intentName, confidenceScore, alternativeIntents } = context;
  const own = [intentId, intentName, confidenceScore].some((part) => part !== undefined);
  const alternatives = alternativesOf(alternativeIntents);
  const intents = [...(own ? [{ intentId, intentName, confidenceScore }] : []), ...alternatives].map(onWire);
  return {
    intents,
    lost: [
      ...(!own && alternatives.length > 0 ? [withoutIntent] : []),
      ...(hasSpace(intentId) ? [renamed('context.intentId')] : []),
      ...alternatives.flatMap((intent, index) =>
        isObject(intent) && hasSpace(intent['intentId'])
          ? [renamed(`context.alternativeIntents[${index}].intentId`)]
          : [],
      ),
    ],
  };
}

/** What is no array stays malformed within one, so that the connector complains of it all the same. */
function alternativesOf(given: unknown): unknown[] {
  if (given === undefined) return [];
  return Array.isArray(given) ? given : [[given]];
}

/** A description is mandatory on the wire only: the id has to do. */
function onWire(intent: unknown): unknown {
  if (!isObject(intent)) return intent;
  const { intentId, intentName = intentId, ...others } = intent;
  return withSwappedKeys({ intentId: hyphened(intentId), intentName, ...others }, names.intent);
}

function hyphened(id: unknown): unknown {
  return typeof id === 'string' ? id.trim().replace(/\s+/g, '-') : id;
}

function hasSpace(id: unknown): boolean {
  return typeof id === 'string' && /\s/.test(id);
}

const withoutIntent: Lost = {
  code: 'alternatives-without-intent',
  path: 'context.alternativeIntents',
  message: 'there is no intent that these are alternatives to: the first of them becomes it',
};

function renamed(path: string): Lost {
  return { code: 'intent-renamed', path, message: 'an intent has no white space in its id on the wire' };
}
