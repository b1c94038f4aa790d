import type { FirstRow, LatencyRow } from '../../compare/latency.ts';
import type { CompareReport } from '../../compare/report.ts';
import { parts } from '../../compare/sample.ts';
import { timeCell } from './figures.ts';
import type { Section, SectionCell } from './section.ts';

const left = (heading: string) => ({ heading, align: 'left' }) as const;
const right = (heading: string) => ({ heading, align: 'right' }) as const;

/** How long consumers waited, and what for. */
export function waitSection({ latency }: Pick<CompareReport, 'latency'>): Section {
  return {
    id: 'latency',
    title: 'Wait for an answer',
    columns: [
      left('approach'),
      left('start'),
      right('n'),
      ...['p50', 'p95', 'p99', 'max', ...parts, 'here'].map(right),
    ],
    rows: latency.map((row) => ({
      id: row.id,
      cells: [
        ...head(row),
        ...[row.wait.p50, row.wait.p95, row.wait.p99, row.wait.max].map(timeCell),
        ...parts.map((part) => timeCell(row.parts[part].p50)),
        timeCell(row.measured.p50),
      ],
    })),
    notes: [
      'start, transport, auth, bot and outbound are the medians of what a wait is made of; here is the median as this machine took it',
    ],
  };
}

/** How long they waited for the first answer of a new conversation. */
export function firstSection({ first }: Pick<CompareReport, 'first'>): Section {
  return {
    id: 'first',
    title: 'First answer of a new conversation',
    columns: [left('approach'), left('start'), right('n'), ...['p50', 'p95', 'p99', 'max'].map(right)],
    rows: first.map((row) => ({
      id: row.id,
      cells: [...head(row), ...[row.wait.p50, row.wait.p95, row.wait.p99, row.wait.max].map(timeCell)],
    })),
    notes: [],
  };
}

function head({
  approach,
  start,
  projected,
  wait,
}: Pick<FirstRow | LatencyRow, 'approach' | 'start' | 'projected' | 'wait'>): SectionCell[] {
  return [
    { text: `${approach}, ${projected ? 'projected' : 'measured'}` },
    { text: start },
    { text: String(wait.n) },
  ];
}
