import * as z from 'zod/mini';
import { customIntegration } from './custom-integration.ts';
import { lpEvent, lpSdes } from './lp-event.ts';
import { vendorShape } from './vendor-shape.ts';

const id = z.string().check(z.minLength(1));
const fields = z.optional(z.looseObject({ fields: z.optional(z.looseObject({})) }));
const context = { lpEvent: z.optional(lpEvent), lpSdes: z.optional(lpSdes) };

/**
 * What the connector is about to send to the bot's vendor. The page shows the documented parts as always there.
 * Source: developers.liveperson.com/third-party-bots-hook-configuration.html.
 */
export const preHook = vendorShape('request', {
  'Custom Integration': customIntegration,
  'Dialogflow ES': z.looseObject({
    session: id,
    queryInput: z.looseObject({
      text: z.optional(z.looseObject({ text: z.string(), languageCode: z.optional(z.string()) })),
    }),
    queryParams: z.optional(z.looseObject({ payload: fields })),
  }),
  'Amazon Lex': z.looseObject({
    inputText: z.string(),
    userId: id,
    requestAttributes: z.optional(z.looseObject({})),
    sessionAttributes: z.optional(z.looseObject({ convId: z.optional(z.string()) })),
  }),
  'Microsoft Bot Framework': z.looseObject({
    text: z.string(),
    channelData: z.looseObject({ context: z.looseObject({ convId: id, ...context }) }),
  }),
  'IBM Watson': z.looseObject({
    message: z.string(),
    context: z.looseObject({ convId: id, conversation_id: z.string(), ...context }),
  }),
});
