import type { Finding } from '../errors.ts';
import { type Generation, generations } from '../platform/generations.ts';
import { brush, type Paint } from './colour.ts';
import { findingLines, indent } from './details.ts';
import { counted } from '../platform/counted.ts';
import { duration } from './duration.ts';
import { printable } from './printable.ts';
import { type Cell, type Column, layOut } from './table.ts';

/** One function for one generation, as the bundler leaves it. */
export interface BundleRow {
  function: string;
  /** `null` where the function could not be read, so that no generation comes into it. */
  generation: Generation | null;
  /** Characters of the whole file; `null` where there is no bundle. */
  characters: number | null;
  /** Characters that it may have; `null` without a generation. */
  limit: number | null;
  hash: string | null;
  /** Where it was written, relative to the project's root; `null` when nothing was. */
  file: string | null;
  findings: Finding[];
}

/** What one run of `lpf-bundle` has to tell. */
export interface BundleReport {
  rows: BundleRow[];
  /** Whether it only looked. */
  check: boolean;
  /** Milliseconds. */
  elapsed: number;
}

/** The report as JSON text: the rows as they are. */
export function bundleJson({ rows }: BundleReport): string {
  return `${JSON.stringify({ bundles: rows }, null, 2)}\n`;
}

/** The report for people: a table, the findings below it, a closing line. */
export function bundleText(report: BundleReport, colour: boolean): string {
  const paint = brush(colour);
  const { heading, lines } = layOut(columns, report.rows.map(cells(report.check)), paint);
  return `${[heading, ...lines, ...complaintLines(report.rows, paint), '', closing(report, paint)].join('\n')}\n`;
}

/** What is to be said about each function. */
export function complaintLines(rows: readonly BundleRow[], paint: Paint): string[] {
  return group(rows).flatMap(({ name, complaints }) => [
    '',
    paint('strong', printable(name)),
    ...indent(complaints.flatMap((finding) => findingLines(finding, paint))),
  ]);
}

const columns: Column[] = [
  { heading: '', align: 'left' },
  { heading: 'function', align: 'left' },
  { heading: 'generation', align: 'left' },
  { heading: 'characters', align: 'right' },
  { heading: 'of limit', align: 'right' },
  { heading: 'file', align: 'left' },
];

const cells =
  (check: boolean) =>
  (row: BundleRow): Cell[] => {
    const { generation, characters, limit } = row;
    const size = characters === null ? '–' : characters.toLocaleString('en-GB');
    const share = characters === null || limit === null ? '–' : percent(characters / limit);
    return [
      mark(row),
      { text: printable(row.function), style: 'strong' },
      { text: generation ?? '–' },
      { text: size },
      { text: share },
      row.file === null
        ? { text: check ? 'only checked' : 'not written', style: 'faint' }
        : { text: row.file },
    ];
  };

function mark({ findings }: BundleRow): Cell {
  if (findings.some(({ severity }) => severity === 'error')) return { text: '✗', style: 'bad' };
  return findings.length ? { text: '!', style: 'doubtful' } : { text: '✓', style: 'good' };
}

function percent(share: number): string {
  return `${Math.max(1, Math.round(share * 100))} %`;
}

/** The complaints of each function; one that holds for a single one of several generations says so. */
function group(rows: readonly BundleRow[]): { name: string; complaints: Finding[] }[] {
  return [...new Set(rows.map((row) => row.function))].flatMap((name) => {
    const complaints = merge(rows.filter((row) => row.function === name));
    return complaints.length ? [{ name, complaints }] : [];
  });
}

function merge(rows: readonly BundleRow[]): Finding[] {
  const merged = new Map<string, { finding: Finding; rows: BundleRow[] }>();
  for (const row of rows) {
    for (const finding of row.findings) {
      const key = JSON.stringify([finding.code, finding.message, finding.where]);
      const known = merged.get(key);
      if (known) known.rows.push(row);
      else merged.set(key, { finding, rows: [row] });
    }
  }
  return [...merged.values()].map(({ finding, rows: concerned }) => {
    const only = concerned.length < rows.length && rows.length === generations.length;
    const generation = only ? concerned[0]?.generation : null;
    return generation ? { ...finding, message: `${generation}: ${finding.message}` } : finding;
  });
}

function closing({ rows, check, elapsed }: BundleReport, paint: Paint): string {
  const written = rows.filter(({ file }) => file !== null).length;
  const complaints = group(rows).flatMap((each) => each.complaints);
  const errors = complaints.filter(({ severity }) => severity === 'error').length;
  const warnings = complaints.length - errors;
  const parts = [
    check ? `${counted(rows.length, 'bundle')} checked` : `${counted(written, 'bundle')} written`,
    ...(errors ? [paint('bad', counted(errors, 'error'))] : []),
    ...(warnings ? [paint('doubtful', counted(warnings, 'warning'))] : []),
    duration(elapsed),
  ];
  return parts.join(', ');
}
