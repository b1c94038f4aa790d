/**
 * The types of engagement attributes (SDEs), each with the key that holds its fields; `null` where they stand beside
 * `type`. Sources: developers.liveperson.com/engagement-attributes-overview.html,
 * github.com/LivePersonInc/faas-cli src/shared/core-functions-toolbelt/SDE-util/types.ts.
 */
export const engagementAttributes = {
  cart: null,
  purchase: null,
  prodView: null,
  ctmrinfo: 'info',
  mrktInfo: 'info',
  personal: 'personal',
  lead: 'lead',
  service: 'service',
  error: 'error',
  searchInfo: null,
  orderId: null,
} as const satisfies Record<string, string | null>;
