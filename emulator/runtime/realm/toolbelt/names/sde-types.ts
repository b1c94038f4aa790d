import type { Generation } from '../../../../platform/generations.ts';

const shared = {
  CART: 'cart',
  TRANSACTION: 'purchase',
  VIEWED_PRODUCT: 'prodView',
  CUSTOMER_INFO: 'ctmrinfo',
  MARKETING_SOURCE: 'mrktInfo',
  PERSONAL_INFO: 'personal',
  LEAD: 'lead',
  SERVICE_ACTIVITY: 'service',
  VISITOR_ERROR: 'error',
  SEARCHED_CONTENT: 'searchInfo',
} as const;

/** Kinds of engagement attributes. Source: github.com/LivePersonInc/faas-cli, both toolbelts' SDE-util. */
export const sdeTypes = {
  v1: shared,
  v2: { ...shared, ORDER_ID: 'orderId' },
} as const satisfies Record<Generation, Record<string, string>>;
