import {
  allPass,
  allSkipped,
  type ConversationResult,
  type SkippedConversation,
  type SnapshotCounts,
  type TestReport,
} from '../../conversation/result.ts';
import { joinBlocks } from '../blocks.ts';
import { brush, type Paint } from '../colour.ts';
import { counted } from '../../platform/counted.ts';
import { indent } from '../details.ts';
import { duration } from '../duration.ts';
import { printable } from '../printable.ts';
import { brokenLines } from './broken-lines.ts';
import { byFile } from './by-file.ts';
import { failedLines, warningLines } from './failure-lines.ts';
import { totals } from './totals.ts';

/** The report for people: file by file, with what fell short under each conversation, and the totals at the end. */
export function testConsole(report: TestReport, { colour }: { colour: boolean }): string {
  const paint = brush(colour);
  const many = new Set(report.results.map(({ generation }) => generation)).size > 1;
  const blocks = [
    ...byFile(report).map(({ file, results, skipped }) => [
      paint('strong', printable(file)),
      ...indent([
        ...results.flatMap((result) => resultLines(result, paint, many)),
        ...skipped.map((each) => skippedLine(each, paint)),
      ]),
    ]),
    ...report.broken.map((file) => brokenLines(file, paint)),
    snapshotLines(report.snapshots, paint),
    [closing(report, paint)],
  ];
  return joinBlocks(blocks);
}

function resultLines(result: ConversationResult, paint: Paint, many: boolean): string[] {
  const { name, generation, pass, turns, elapsed, warnings } = result;
  const mark = pass ? (warnings.length > 0 ? paint('doubtful', '!') : paint('good', '✓')) : paint('bad', '✗');
  const about = [
    ...(many ? [generation] : []),
    pass || turns.all === turns.played
      ? counted(turns.all, 'turn')
      : `${turns.played} of ${counted(turns.all, 'turn')}`,
    duration(elapsed),
  ];
  return [
    `${mark} ${printable(name)}  ${paint('faint', about.join(', '))}`,
    ...indent(indent([...(pass ? [] : failedLines(result, paint)), ...warningLines(result, paint)])),
  ];
}

function skippedLine({ name, reason }: SkippedConversation, paint: Paint): string {
  return `${paint('doubtful', '!')} ${printable(name)}  ${paint('faint', `skipped: ${reason}`)}`;
}

function snapshotLines({ written, updated, removed, obsolete }: SnapshotCounts, paint: Paint): string[] {
  const done = [
    ...(written > 0 ? [`${written} written`] : []),
    ...(updated > 0 ? [`${updated} updated`] : []),
    ...(removed > 0 ? [`${removed} removed`] : []),
  ];
  return [
    ...(done.length > 0 ? [`snapshots: ${done.join(', ')}`] : []),
    ...obsolete.map((name) =>
      paint('doubtful', `! obsolete snapshot: ${printable(name)}; lpf-emulator test --update removes it`),
    ),
  ];
}

function closing(report: TestReport, paint: Paint): string {
  const { results, shard, elapsed } = report;
  const { conversations, passed, failed, skipped, broken } = totals(report);
  const files = new Set(results.map(({ file }) => file)).size;
  const part = shard ? `shard ${shard.index} of ${shard.count}, ` : '';
  return [
    allSkipped(report)
      ? paint('bad', '✗ nothing was played')
      : paint(allPass(report) ? 'good' : 'strong', `✓ ${passed} passed`),
    ...(failed > 0 ? [paint('bad', `✗ ${failed} failed`)] : []),
    ...(skipped > 0 ? [paint('doubtful', `! ${skipped} skipped`)] : []),
    ...(broken > 0 ? [paint('bad', `✗ ${counted(broken, 'file')} not usable`)] : []),
    `· ${part}${counted(conversations, 'conversation')} of ${counted(files, 'file')} in ${duration(elapsed)}`,
  ].join('  ');
}
