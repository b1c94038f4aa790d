import { type Finding, renderWhere } from '../../errors.ts';

/** One thing that doctor looked at. Errors make it exit with 1, warnings do not. */
export interface Check {
  /** What was looked at, in a word or two. */
  subject: string;
  status: 'good' | 'warning' | 'error';
  message: string;
  /** What to do; missing where all is good. */
  hint?: string;
}

/** A check that went well. */
export function good(subject: string, message: string): Check {
  return { subject, status: 'good', message };
}

/** A finding as a check, its place before its message. */
export function fromFinding(subject: string, { severity, message, hint, where }: Finding): Check {
  return { subject, status: severity, message: where ? `${renderWhere(where)}: ${message}` : message, hint };
}
