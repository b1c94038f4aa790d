import * as z from 'zod/mini';

const exchange = z.optional(z.nullable(z.looseObject({})));

/**
 * What the connector sends to an Error Hook: the error, the vendor, and the exchange that failed under the vendor's own
 * keys. Source: developers.liveperson.com/third-party-bots-hook-configuration.html.
 */
export const errorHook = z.looseObject({
  error: z.looseObject({ errorId: z.string(), name: z.string() }),
  vendor: z.optional(z.string()),
  faasPayload: exchange,
  faas: exchange,
});
