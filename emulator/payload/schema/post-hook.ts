import * as z from 'zod/mini';
import { vendorShape } from './vendor-shape.ts';

const list = z.array(z.looseObject({}));
const activity = z.looseObject({ type: z.string(), text: z.optional(z.string()) });

/**
 * What the bot's vendor has answered, before the connector goes on with it. The page has one example for each vendor.
 * Source: developers.liveperson.com/third-party-bots-hook-configuration.html.
 */
export const postHook = vendorShape('answer', {
  'Custom Integration': z.looseObject({
    messages: z.optional(z.array(z.unknown())),
    context: z.optional(z.looseObject({})),
  }),
  'Dialogflow ES': z.looseObject({
    responseId: z.string(),
    queryResult: z.looseObject({
      fulfillmentMessages: z.optional(list),
      fulfillmentText: z.optional(z.string()),
      intentDetectionConfidence: z.optional(z.number()),
    }),
  }),
  'Amazon Lex': z.looseObject({
    dialogState: z.string(),
    message: z.optional(z.nullable(z.string())),
    sessionAttributes: z.optional(z.nullable(z.looseObject({}))),
  }),
  'Microsoft Bot Framework': activity,
  'Microsoft Bot Framework list': z.array(activity),
  'IBM Watson': z.looseObject({
    output: z.looseObject({ generic: z.optional(list), text: z.optional(z.array(z.string())) }),
    intents: z.optional(z.array(z.looseObject({ intent: z.string(), confidence: z.number() }))),
    context: z.optional(z.looseObject({})),
    actions: z.optional(z.array(z.looseObject({ name: z.string() }))),
  }),
});
