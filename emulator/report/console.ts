import type { InvocationRecord } from '../invoke/record.ts';
import { generations } from '../platform/generations.ts';
import { limits } from '../platform/limits.ts';
import { joinBlocks } from './blocks.ts';
import { brush } from './colour.ts';
import type { Paint } from './colour.ts';
import { detailLines, findingLines, indent } from './details.ts';
import { counted } from '../platform/counted.ts';
import { duration } from './duration.ts';
import { printable } from './printable.ts';
import { passed, totals } from './report.ts';
import type { BrokenFunction, RunReport, Totals } from './report.ts';
import { cellsOf, columnsOf, rowsOf } from './row.ts';
import type { Row } from './row.ts';
import { layOut } from './table.ts';

/** The report as a table for people, with what is wrong under each row and the totals at the end. */
export function consoleReport(report: RunReport, { colour }: { colour: boolean }): string {
  const paint = brush(colour);
  return joinBlocks([...bodyBlocks(report, paint), closingLines(report, paint)]);
}

/** A round of a watch: what it was about like a report of its own, and one line about everything. */
export function roundReport(part: RunReport, whole: RunReport, { colour }: { colour: boolean }): string {
  const [closing = ''] = closingLines(whole, brush(colour));
  const blocks = [...bodyBlocks(part, brush(colour)), [closing]];
  return joinBlocks(blocks);
}

function bodyBlocks(report: RunReport, paint: Paint): string[][] {
  return [
    ...tableBlocks(report.records, paint),
    report.broken.flatMap((broken) => brokenLines(broken, paint)),
    report.warnings.flatMap((warning) => findingLines(warning, paint)),
  ];
}

/** One block for each function, in columns that line up across all of them. */
function tableBlocks(records: InvocationRecord[], paint: Paint): string[][] {
  const rows = rowsOf(records);
  if (rows.length === 0) return [];
  const engine = records.some((record) => record.engine !== 'node');
  const { heading, lines } = layOut(
    columnsOf(engine),
    rows.map((row) => cellsOf(row, engine)),
    paint,
  );
  const blocks = new Map<string, string[]>();
  rows.forEach((row, index) => {
    const block = blocks.get(row.first.function) ?? [];
    block.push(lines[index] ?? '', ...rowDetails(row, paint));
    blocks.set(row.first.function, block);
  });
  const [first = [], ...others] = blocks.values();
  return [[heading, ...first], ...others];
}

function rowDetails({ first, records }: Row, paint: Paint): string[] {
  const details = detailLines(first, paint);
  const others = records.length - 1;
  const more = details.length > 0 && others > 0 ? [`and ${others} more like it`] : [];
  return indent(indent([...details, ...more]));
}

/** A function that could not be run, or would be rejected, and why. */
export function brokenLines(
  { function: name, generation, findings }: BrokenFunction,
  paint: Paint,
): string[] {
  const title = `${paint('strong', printable(name))}  ${generation === null ? '' : `${generation}  `}rejected`;
  return [
    `${paint('bad', '✗')}  ${title}`,
    ...indent(indent(findings.flatMap((finding) => findingLines(finding, paint)))),
  ];
}

function closingLines(report: RunReport, paint: Paint): string[] {
  const total = totals(report);
  const all = report.records.flatMap(({ verdict }) => verdict.findings).concat(report.warnings);
  const warnings = all.filter(({ severity }) => severity === 'warning').length;
  const parts = [
    paint(passed(report) ? 'good' : 'strong', `✓ ${total.passed} passed`),
    ...(total.failed > 0 ? [paint('bad', `✗ ${total.failed} failed`)] : []),
    ...(total.broken > 0 ? [paint('bad', `✗ ${total.broken} rejected`)] : []),
    ...(warnings > 0 ? [paint('doubtful', `! ${counted(warnings, 'warning')}`)] : []),
    `· ${scope(total)}in ${duration(report.elapsed)}`,
  ];
  return [parts.join('  '), ...(total.invocations > 0 ? [paint('faint', projection)] : [])];
}

/** Not a product: each function gets the payloads of its own event only. */
function scope({ invocations, functions, payloads, generations: both }: Totals): string {
  if (invocations === 0) return '';
  return `${counted(functions, 'function')}, ${counted(payloads, 'payload')}, ${counted(both, 'generation')} `;
}

const shares = generations.map((generation) => `${limits.cpu[generation]} ${generation}`).join(', ');
const projection = `projected: waiting + CPU ÷ the platform's CPU share (${shares}); an estimate, not a measurement`;
