import { randomUUID } from 'node:crypto';

/** What a proxy or the caller may have named a request; anything else could forge lines of a log. */
const sane = /^[\w.:-]{1,128}$/;

/** The caller's own id where it is a sane one, else a new one. */
export function requestIdFrom(header: string | undefined): string {
  return header !== undefined && sane.test(header) ? header : randomUUID();
}
