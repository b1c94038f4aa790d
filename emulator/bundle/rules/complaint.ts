import type { Finding } from '../../errors.ts';

/** A finding about `config.json`, with the path of the value in it instead of a place. */
export interface Complaint extends Pick<Finding, 'code' | 'severity' | 'message' | 'hint'> {
  path: (string | number)[];
}
