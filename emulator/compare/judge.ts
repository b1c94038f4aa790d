import type { Approach } from './approach.ts';
import type { CompareReport } from './report.ts';
import { type Asked, comparisons, type Metric, type Requirement } from './requirement.ts';

/** Holds a requirement against what was measured; what was not measured is not met. */
export function judge(
  { text, metric, of, operator, limit }: Asked,
  report: Pick<CompareReport, 'answers' | 'latency' | 'first'>,
): Requirement {
  const seen = metric === 'same' ? [sameSeen(report)] : of.map((each) => seenOf(metric, each, report));
  const test = comparisons[operator];
  return { text, met: seen.every(({ value }) => value !== null && test(value, limit)), seen };
}

type Seen = Requirement['seen'][number];

function sameSeen({ answers }: Pick<CompareReport, 'answers'>): Seen {
  const { same, compared, id } = answers;
  return { row: id, value: compared === 0 ? null : (same / compared) * 100 };
}

function seenOf(
  metric: Exclude<Metric, 'same'>,
  approach: Approach,
  { answers, latency, first }: Pick<CompareReport, 'answers' | 'latency' | 'first'>,
): Seen {
  if (metric === 'errors') return { row: answers.id, value: answers.errors[approach] };
  const rows = metric === 'first' ? first : latency;
  const row = rows.find((each) => each.approach === approach && each.start === 'warm');
  return { row: row?.id ?? '', value: row?.wait[metric === 'first' ? 'p95' : metric] ?? null };
}
