import type {
  BrokenFile,
  ConversationResult,
  SkippedConversation,
  TestReport,
} from '../../conversation/result.ts';
import { brush } from '../colour.ts';
import { findingLines } from '../details.ts';
import { element } from '../xml.ts';
import { byFile, type FileResults } from './by-file.ts';
import { failedLines, warningLines } from './failure-lines.ts';
import { totals } from './totals.ts';

const plain = brush(false);
const seconds = (milliseconds: number): string => (milliseconds / 1000).toFixed(4);

/** The report as JUnit XML: a suite for each file, a case for each conversation, times in seconds. */
export function testJunit(report: TestReport): string {
  const { conversations, failed, skipped, broken } = totals(report);
  const attributes = {
    name: 'lpf-emulator test',
    tests: conversations + skipped + broken,
    failures: failed,
    errors: broken,
    ...skippedCount(report.skipped),
    time: seconds(report.elapsed),
  };
  const suites = [...byFile(report).map(suite), ...report.broken.map(brokenSuite)];
  return `<?xml version="1.0" encoding="UTF-8"?>\n${element('testsuites', attributes, suites)}\n`;
}

function suite({ file, results, skipped }: FileResults): string {
  const several = new Set(results.map(({ generation }) => generation)).size > 1;
  const time = seconds(results.reduce((sum, { elapsed }) => sum + elapsed, 0));
  const failures = results.filter(({ pass }) => !pass).length;
  const cases = [
    ...results.map((result) => testCase(result, several ? ` (${result.generation})` : '')),
    ...skipped.map(skippedCase),
  ];
  const attributes = { name: file, tests: cases.length, failures, errors: 0, ...skippedCount(skipped), time };
  return element('testsuite', attributes, cases);
}

function skippedCount({ length }: readonly SkippedConversation[]): { skipped?: number } {
  return length > 0 ? { skipped: length } : {};
}

function skippedCase({ file, name, reason }: SkippedConversation): string {
  const attributes = { name, classname: file, time: seconds(0) };
  return element('testcase', attributes, [element('skipped', { message: reason })]);
}

function testCase(result: ConversationResult, suffix: string): string {
  const { name, file, elapsed, pass, failures } = result;
  const [first] = failures;
  const message = first
    ? `${first.check}: expected ${first.expected.join(' | ')}, got ${first.actual.join(' | ') || 'nothing'}`
    : '';
  const warnings = warningLines(result, plain);
  return element('testcase', { name: `${name}${suffix}`, classname: file, time: seconds(elapsed) }, [
    ...(pass
      ? []
      : [element('failure', { message, type: first?.check ?? '' }, failedLines(result, plain).join('\n'))]),
    ...(warnings.length === 0 ? [] : [element('system-out', {}, warnings.join('\n'))]),
  ]);
}

/** A file that cannot be used is a suite with one case, which fails before it starts. */
function brokenSuite({ file, findings }: BrokenFile): string {
  const attributes = { message: findings[0]?.message ?? '', type: findings[0]?.code ?? '' };
  const problem = element(
    'error',
    attributes,
    findings.flatMap((each) => findingLines(each, plain)).join('\n'),
  );
  const only = element('testcase', { name: 'cannot be used', classname: file, time: seconds(0) }, [problem]);
  return element('testsuite', { name: file, tests: 1, failures: 0, errors: 1, time: seconds(0) }, [only]);
}
