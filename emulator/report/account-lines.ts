import type { InvocationRecord } from '../invoke/record.ts';
import type { ServiceChange } from '../services/change.ts';
import type { Paint } from './colour.ts';
import { duration } from './duration.ts';
import { printable } from './printable.ts';
import { outcomeText } from './row.ts';

/** What was changed in the imitated account: service, operation, on what, the new value, when. */
export function changeLines(changes: readonly ServiceChange[]): string[] {
  return changes.map(({ service, operation, target, value, at }) => {
    const text = JSON.stringify(value) as string | undefined;
    const now = text === undefined ? '' : ` = ${printable(text)}`;
    return `${printable(service)} ${printable(operation)} ${printable(target)}${now}, +${duration(at)}`;
  });
}

/** The functions that were called, and what they called in turn further in. */
export function calledLines(called: readonly InvocationRecord[] = [], paint: Paint): string[] {
  return called.flatMap((record) => {
    const { verdict, timings, start } = record;
    const outcome = paint(
      verdict.pass ? 'good' : 'bad',
      `${verdict.pass ? '✓' : '✗'} ${outcomeText(record)}`,
    );
    return [
      `${outcome}  ${printable(record.function)} · ${start}, ${duration(timings.wall)}`,
      ...calledLines(record.called, paint).map((line) => `  ${line}`),
    ];
  });
}
