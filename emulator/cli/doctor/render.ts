import { brush } from '../../report/colour.ts';
import { countedIfAny } from '../../platform/counted.ts';
import type { Check } from './check.ts';

const marks = { good: ['✓', 'good'], warning: ['!', 'doubtful'], error: ['✗', 'bad'] } as const;

/** The checks as an aligned list with what to do below each, and a closing line that counts. */
export function renderChecks(checks: readonly Check[], colour: boolean): string {
  const paint = brush(colour);
  const width = Math.max(...checks.map(({ subject }) => subject.length));
  const lines = checks.flatMap(({ subject, status, message, hint }) => {
    const [mark, style] = marks[status];
    const told = `${paint(style, mark)} ${subject.padEnd(width)}  ${message}`;
    return hint === undefined ? [told] : [told, `${' '.repeat(width + 4)}→ ${hint}`];
  });
  return [...lines, '', closing(checks), ''].join('\n');
}

function closing(checks: readonly Check[]): string {
  const count = (status: Check['status']) => checks.filter((check) => check.status === status).length;
  const parts = [countedIfAny(count('error'), 'error'), countedIfAny(count('warning'), 'warning')].filter(
    Boolean,
  );
  return parts.length ? parts.join(', ') : 'all good';
}
