import type { LogEntry, OutboundCall } from '../../invoke/record.ts';
import type { ServiceChange } from '../../services/change.ts';
import type { Sort } from './among.ts';

/** Outbound requests, such as `GET https://orders.example.com/orders/471100`. */
export const calls: Sort<OutboundCall> = {
  check: 'calls',
  line: ({ method, url }) => `${method} ${url}`,
  parts: (call) => ({ ...call }),
};

/** Log entries by what they say. */
export const logs: Sort<LogEntry> = {
  check: 'logs',
  line: ({ message }) => message,
  parts: (entry) => ({ ...entry }),
};

/** Changes in the imitated account by what they are made to. */
export const writes: Sort<ServiceChange> = {
  check: 'writes',
  line: ({ target }) => target,
  parts: (change) => ({ ...change }),
};
