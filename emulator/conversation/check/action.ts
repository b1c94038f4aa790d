import type { ActionEntry } from '../../connector/transcript/entry.ts';
import { mismatch } from '../match/value.ts';
import type { Expectation } from '../schema/expectation.ts';
import type { Miss } from './miss.ts';

/** Whether the answer had that action, with those parameters. */
export function checkAction(
  wanted: NonNullable<Expectation['action']>,
  there: readonly ActionEntry[],
): Miss | undefined {
  const actual = there.map(actionLine);
  if (wanted === 'none') {
    return there.length === 0 ? undefined : { check: 'action', path: [], expected: ['none'], actual };
  }
  const { name, outcome, ...parameters } = typeof wanted === 'string' ? { name: wanted } : wanted;
  const meant = { action: name, ...(outcome && { outcome }), parameters };
  if (there.some((entry) => mismatch(entry, meant) === undefined)) return undefined;
  const words = [
    JSON.stringify(name).replaceAll('"', ''),
    ...pairs(parameters),
    ...(outcome ? [outcome] : []),
  ];
  return { check: 'action', path: [], expected: [words.join(' ')], actual };
}

/** An action in one line, such as `TRANSFER skill=customer_care`. */
export function actionLine({ action, parameters, outcome }: ActionEntry): string {
  return [action, ...pairs(parameters), ...(outcome === 'done' ? [] : [outcome])].join(' ');
}

function pairs(parameters: object): string[] {
  return Object.entries(parameters).map(([key, value]) => {
    return `${key}=${typeof value === 'string' ? value : JSON.stringify(value)}`;
  });
}
