import type { LatencyRow } from '../../../compare/latency.ts';
import { duration } from '../../duration.ts';
import { axisFor, type Axis } from './axis.ts';
import { html } from './text.ts';

const left = 52;
const top = 14;
const plotWidth = 640;
const plotHeight = 220;
const width = left + plotWidth + 20;
const height = top + plotHeight + 72;

/**
 * The distribution of waits, of rows that have some, as curves that rise from 0 to 100 % of the answers: at each time, how many had come by then.
 * A curve is told by its dashes and its label too, not by its colour alone.
 */
export function distributionSvg(drawn: readonly LatencyRow[], title: string): string {
  const axis = axisFor(
    drawn.flatMap(({ values }) => [values[0] ?? 0, values.at(-1) ?? 0]),
    plotWidth,
  );
  return [
    `<svg viewBox="0 0 ${width} ${height}" role="img" aria-label="${html(described(drawn, title))}">`,
    ...grid(axis),
    ...drawn.map((row) => `<path class="curve ${row.approach}" d="${curve(row.values, axis)}"/>`),
    ...drawn.flatMap((row) => marks(row, axis)),
    ...drawn.map(legend),
    `<text class="label" x="${left + plotWidth / 2}" y="${top + plotHeight + 38}" text-anchor="middle">wait for an answer</text>`,
    '</svg>',
  ].join('\n');
}

function described(rows: readonly LatencyRow[], title: string): string {
  const each = rows.map(({ approach, wait }) => {
    const figures = [wait.p50, wait.p95, wait.max].map((value) => duration(value ?? Number.NaN));
    return `${approach}: half within ${figures[0]}, 95 of 100 within ${figures[1]}, all within ${figures[2]}`;
  });
  return `${title}. ${each.join('. ')}.`;
}

function grid(axis: Axis): string[] {
  const bottom = top + plotHeight;
  const across = [0, 50, 95, 100].map((share) => {
    const y = round(yAt(share / 100));
    const label =
      share === 100
        ? ''
        : `<text class="label" x="${left - 8}" y="${y + 4}" text-anchor="end">${share} %</text>`;
    return `<line class="grid" x1="${left}" x2="${left + plotWidth}" y1="${y}" y2="${y}"/>${label}`;
  });
  const down = axis.ticks.map((tick) => {
    const x = round(left + axis.at(tick));
    return (
      `<line class="grid" x1="${x}" x2="${x}" y1="${top}" y2="${bottom}"/>` +
      `<text class="label" x="${x}" y="${bottom + 18}" text-anchor="middle">${tickText(tick)}</text>`
    );
  });
  return [...across, ...down];
}

function tickText(milliseconds: number): string {
  return milliseconds < 1_000 ? `${milliseconds} ms` : `${milliseconds / 1_000} s`;
}

/** Steps: each value lifts the curve by its share. */
function curve(values: readonly number[], axis: Axis): string {
  const steps = values.map((value, index) => {
    const x = round(left + axis.at(value));
    return `H${x}V${round(yAt((index + 1) / values.length))}`;
  });
  return `M${left} ${round(yAt(0))}${steps.join('')}H${left + plotWidth}`;
}

function marks({ approach, wait }: LatencyRow, axis: Axis): string[] {
  return [
    { name: 'p50', value: wait.p50, share: 0.5 },
    { name: 'p95', value: wait.p95, share: 0.95 },
  ].flatMap(({ name, value, share }) => {
    if (value === null) return [];
    const x = round(left + axis.at(value));
    return [
      `<circle class="mark ${approach}" cx="${x}" cy="${round(yAt(share))}" r="3.5"><title>${approach} ${name}: ${duration(value)}</title></circle>`,
    ];
  });
}

/** Below the plot: a curve can be anywhere inside it. */
function legend({ approach, projected, wait }: LatencyRow, index: number): string {
  const y = height - 8;
  const x = left + index * 260;
  return (
    `<path class="curve ${approach}" d="M${x} ${y - 4}h28"/>` +
    `<text class="label" x="${x + 36}" y="${y}">${approach}, ${projected ? 'projected' : 'measured'}, n ${wait.n}</text>`
  );
}

function yAt(share: number): number {
  return top + plotHeight * (1 - share);
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
