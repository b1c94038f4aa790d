import { styleText } from 'node:util';
import type { Check } from './check.ts';

const marks = { good: ['✓', 'green'], warning: ['!', 'yellow'], error: ['✗', 'red'] } as const;

/** The checks as an aligned list with what to do below each, and a closing line that counts. */
export function renderChecks(checks: readonly Check[], colour: boolean): string {
  const width = Math.max(...checks.map(({ subject }) => subject.length));
  const lines = checks.flatMap(({ subject, status, message, hint }) => {
    const [mark, style] = marks[status];
    const told = `${colour ? styleText(style, mark, { validateStream: false }) : mark} ${subject.padEnd(width)}  ${message}`;
    return hint === undefined ? [told] : [told, `${' '.repeat(width + 4)}→ ${hint}`];
  });
  return [...lines, '', closing(checks), ''].join('\n');
}

function closing(checks: readonly Check[]): string {
  const count = (status: Check['status']) => checks.filter((check) => check.status === status).length;
  const parts = [counted(count('error'), 'error'), counted(count('warning'), 'warning')].filter(Boolean);
  return parts.length ? parts.join(', ') : 'all good';
}

function counted(number: number, word: string): string {
  if (number === 0) return '';
  return number === 1 ? `1 ${word}` : `${number} ${word}s`;
}
