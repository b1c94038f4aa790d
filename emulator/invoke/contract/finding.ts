import type { Finding } from '../../errors.ts';
import { callerCode } from '../../platform/connector-errors.ts';
import type { ConnectorError, TesterError } from '../../platform/connector-errors.ts';

/** What is wrong, where in the answer (`''`: the answer itself), and what to do. */
interface Complaint {
  path: string;
  what: string;
  hint: string;
}

const at = (path: string): { path?: string } => (path === '' ? {} : { path });

/** The caller does not accept this part; `error` is what it says then, `null` where it says nothing. */
export function refused(
  error: ConnectorError | TesterError | null,
  { path, what, hint }: Complaint,
): Finding {
  const finding: Finding = { code: 'bad-answer', severity: 'error', message: what, hint, ...at(path) };
  if (error === null) return finding;
  const code = callerCode(error);
  return { ...finding, message: `${what} (${code})`, callerCode: code };
}

/** The caller accepts this part, but it hardly does what was meant. */
export function doubtful({ path, what, hint }: Complaint): Finding {
  return { code: 'bad-answer', severity: 'warning', message: what, hint, ...at(path) };
}

/** The caller takes no notice of this part. */
export function ignored({ path, what, hint }: Complaint): Finding {
  return { code: 'answer-ignored', severity: 'warning', message: what, hint, ...at(path) };
}
