import type { LatencyRow } from '../../../compare/latency.ts';
import { type Part, parts } from '../../../compare/sample.ts';
import { duration } from '../../duration.ts';
import { html } from './text.ts';

const left = 130;
const barWidth = 480;
const barHeight = 26;
const gap = 14;
const width = left + barWidth + 90;

/** What a wait is made of on average, one bar for each row that has any; averages add up, percentiles do not. */
export function barsSvg(drawn: readonly LatencyRow[]): string {
  const longest = Math.max(0.001, ...drawn.map(sumOf));
  const height = drawn.length * (barHeight + gap) + 34;
  return [
    `<svg viewBox="0 0 ${width} ${height}" role="img" aria-label="${html(described(drawn))}">`,
    ...drawn.map((row, index) => bar(row, index, longest)),
    legend(height - 10),
    '</svg>',
  ].join('\n');
}

function described(rows: readonly LatencyRow[]): string {
  const each = rows.map((row) => {
    const pieces = shares(row).map(({ part, value }) => `${part} ${duration(value)}`);
    return `${row.approach} ${row.start}: ${pieces.join(', ')}`;
  });
  return `What a wait is made of on average. ${each.join('. ')}.`;
}

/** The average of each part over all answers, those among them that do not have it. */
function shares({ parts: all, values }: LatencyRow): { part: Part; value: number }[] {
  return parts.flatMap((part) => {
    const { mean, n } = all[part];
    return mean === null ? [] : [{ part, value: (mean * n) / values.length }];
  });
}

function sumOf(row: LatencyRow): number {
  return shares(row).reduce((sum, { value }) => sum + value, 0);
}

function bar(row: LatencyRow, index: number, longest: number): string {
  const y = index * (barHeight + gap);
  let x = left;
  const pieces = shares(row).map(({ part, value }) => {
    const size = (value / longest) * barWidth;
    const piece = `<rect class="part ${part}" x="${round(x)}" y="${y}" width="${round(size)}" height="${barHeight}"><title>${part}: ${duration(value)}</title></rect>`;
    x += size;
    return piece;
  });
  const middle = y + barHeight / 2 + 4;
  return [
    `<text class="label" x="${left - 10}" y="${middle}" text-anchor="end">${row.approach}, ${row.start}</text>`,
    ...pieces,
    `<text class="label" x="${round(x) + 8}" y="${middle}">${duration(sumOf(row))}</text>`,
  ].join('');
}

function legend(y: number): string {
  return parts
    .map((part, index) => {
      const x = left + index * 100;
      return `<rect class="part ${part}" x="${x}" y="${y - 11}" width="12" height="12"/><text class="label" x="${x + 18}" y="${y}">${part}</text>`;
    })
    .join('');
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
