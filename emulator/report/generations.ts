import type { Comparison, Pair } from '../invoke/compare-generations.ts';
import { joinBlocks } from './blocks.ts';
import { brush, type Paint } from './colour.ts';
import { counted } from '../platform/counted.ts';
import { differenceTable } from './differences.ts';
import { brokenLines } from './console.ts';
import { printable } from './printable.ts';
import { passed, type RunReport, totals } from './report.ts';

/** Where functions behave differently on the two generations, for people; nothing about what is the same but its count. */
export function generationsText(
  comparison: Comparison,
  report: RunReport,
  { colour }: { colour: boolean },
): string {
  const paint = brush(colour);
  const differing = comparison.pairs.filter(({ differences }) => differences.length > 0);
  const { heading, lines } = differenceTable(
    differing.flatMap(({ differences }) => differences),
    ['v1', 'v2'],
    paint,
  );
  const blocks = [
    ...blocksOf(differing, lines, paint).map((block, index) => (index === 0 ? [heading, ...block] : block)),
    report.broken.flatMap((broken) => brokenLines(broken, paint)),
    [
      ...comparison.alone.map(
        ({ function: name, generation }) =>
          `${printable(name)} is written for ${generation} only: there is nothing to compare`,
      ),
      summary(comparison.pairs.length, differing.length, paint),
      ...shortcoming(report),
    ],
  ];
  return joinBlocks(blocks);
}

/** The same for machines: the pairs that differ, with the value of each generation; an absent one is left out. */
export function generationsJson({ pairs, alone }: Comparison, report: RunReport): string {
  const differing = pairs.filter(({ differences }) => differences.length > 0);
  const document = {
    same: differing.length === 0,
    pass: passed(report),
    payloads: pairs.length,
    differ: differing.length,
    differing: differing.map(({ differences, ...pair }) => ({
      ...pair,
      differences: differences.map(({ path, before: v1, after: v2 }) => ({ path, v1, v2 })),
    })),
    alone,
    broken: report.broken,
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}

/** The lines of the table under the pair that each is about. */
function blocksOf(pairs: readonly Pair[], lines: readonly string[], paint: Paint): string[][] {
  let from = 0;
  return pairs.map(({ function: name, payload, differences }) => {
    const own = lines.slice(from, (from += differences.length));
    return [`${paint('strong', printable(name))} · ${printable(payload)}`, ...own];
  });
}

function summary(all: number, differ: number, paint: Paint): string {
  const differing = `${differ} ${differ === 1 ? 'differs' : 'differ'}`;
  return [
    counted(all, 'payload'),
    `${all - differ} the same`,
    differ > 0 ? paint('bad', differing) : differing,
  ].join(', ');
}

/** What falls short on both is no difference, and yet the command does not end well. */
function shortcoming(report: RunReport): string[] {
  const { failed } = totals(report);
  return failed > 0 ? [`${counted(failed, 'answer')} fell short: lpf-emulator run says why`] : [];
}
