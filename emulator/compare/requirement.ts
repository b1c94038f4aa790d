import { EmulatorError } from '../errors.ts';
import { milliseconds } from '../platform/duration.ts';
import { didYouMean } from '../platform/suggest.ts';
import { type Approach, approaches } from './approach.ts';

/** What can be required; times are of warm answers, `first` is the 95th percentile of first answers. */
const metrics = ['p50', 'p95', 'p99', 'max', 'first', 'same', 'errors'] as const;

/** One of them. */
export type Metric = (typeof metrics)[number];

/** How a value can be held against a limit. */
export const comparisons = {
  '<=': (value: number, limit: number) => value <= limit,
  '>=': (value: number, limit: number) => value >= limit,
  '<': (value: number, limit: number) => value < limit,
  '>': (value: number, limit: number) => value > limit,
  '=': (value: number, limit: number) => value === limit,
};

/** A requirement as it was read. */
export interface Asked {
  /** As it was written. */
  text: string;
  metric: Metric;
  /** The approaches that have to meet it. */
  of: readonly Approach[];
  operator: keyof typeof comparisons;
  /** Milliseconds, per cent of conversations, or failed calls. */
  limit: number;
}

/** A requirement, and whether it is met. */
export interface Requirement {
  text: string;
  met: boolean;
  /** What was held against it: id of the row and value, for each approach; `null` where nothing was measured. */
  seen: { row: string; value: number | null }[];
}

/** Reads `p95<800ms`, `endpoint.first<=2s`, `same`, `same>=95%` or `errors=0`. Throws `bad-usage`. */
export function parseRequirement(text: string): Asked {
  const groups =
    /^(?:(?<of>[\w-]+)\.)?(?<metric>[\w-]+)\s*(?:(?<operator><=|>=|<|>|=)\s*(?<limit>.+))?$/.exec(
      text.trim(),
    )?.groups;
  if (!groups) throw unreadable(text);
  const { of, metric = '', operator, limit } = groups;
  const known = metrics.find((each) => each === metric);
  if (!known) throw unreadable(text, `there is no metric "${metric}".${didYouMean(metric, metrics)}`);
  const wanted = approaches.find((each) => each === of);
  if (of !== undefined && !wanted)
    throw unreadable(text, `"${of}" is none of the two.${didYouMean(of, approaches)}`);
  if (of !== undefined && known === 'same')
    throw unreadable(text, 'both approaches are the same, or neither is');
  const test =
    operator === undefined && known === 'same' ? { operator: '=', limit: '100%' } : { operator, limit };
  if (test.operator === undefined || test.limit === undefined)
    throw unreadable(text, `${metric} has to be held against something`);
  return {
    text: text.trim(),
    metric: known,
    of: wanted ? [wanted] : approaches,
    operator: test.operator as Asked['operator'],
    limit: limitOf(known, test.limit, text),
  };
}

function limitOf(metric: Metric, written: string, text: string): number {
  if (metric === 'same') {
    const [, digits] = /^(\d+(?:\.\d+)?)\s*%$/.exec(written) ?? [];
    if (digits === undefined) throw unreadable(text, `"${written}" is no share of conversations such as 95%`);
    return Number(digits);
  }
  if (metric === 'errors') {
    if (!/^\d+$/.test(written)) throw unreadable(text, `"${written}" is no number of failed calls`);
    return Number(written);
  }
  const time = milliseconds(written.replace(/\s+/, ''));
  if (time === undefined) throw unreadable(text, `"${written}" is no time such as 800ms or 2s`);
  return time;
}

function unreadable(text: string, why = 'it is no requirement'): EmulatorError {
  return new EmulatorError({
    code: 'bad-usage',
    message: `--require ${text}: ${why}`,
    hint: `write it like p95<800ms, endpoint.first<2s, errors=0 or same; the metrics are ${metrics.join(', ')}`,
  });
}
