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
import { counted } from '../counted.ts';
import { indent } from '../details.ts';
import { duration } from '../duration.ts';
import { printable } from '../printable.ts';
import { brokenLines } from './broken-lines.ts';
import { failedLines, warningLines } from './failure-lines.ts';

/** The report for people: file by file, with what fell short under each conversation, and the totals at the end. */
export function testConsole(report: TestReport, { colour }: { colour: boolean }): string {
  const paint = brush(colour);
  const files = new Set([...report.results, ...report.skipped].map(({ file }) => file));
  const many = new Set(report.results.map(({ generation }) => generation)).size > 1;
  const blocks = [
    ...[...files].map((file) => [
      paint('strong', printable(file)),
      ...indent([
        ...report.results
          .filter((result) => result.file === file)
          .flatMap((result) => resultLines(result, paint, many)),
        ...report.skipped.filter((each) => each.file === file).map((each) => skippedLine(each, paint)),
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
  const { results, skipped, broken, shard, elapsed } = report;
  const passed = results.filter(({ pass }) => pass).length;
  const failed = results.length - passed;
  const files = new Set(results.map(({ file }) => file)).size;
  const part = shard ? `shard ${shard.index} of ${shard.count}, ` : '';
  return [
    allSkipped(report)
      ? paint('bad', '✗ nothing was played')
      : paint(allPass(report) ? 'good' : 'strong', `✓ ${passed} passed`),
    ...(failed > 0 ? [paint('bad', `✗ ${failed} failed`)] : []),
    ...(skipped.length > 0 ? [paint('doubtful', `! ${skipped.length} skipped`)] : []),
    ...(broken.length > 0 ? [paint('bad', `✗ ${counted(broken.length, 'file')} not usable`)] : []),
    `· ${part}${counted(results.length, 'conversation')} of ${counted(files, 'file')} in ${duration(elapsed)}`,
  ].join('  ');
}
