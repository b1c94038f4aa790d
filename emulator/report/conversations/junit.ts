import type {
  BrokenFile,
  ConversationResult,
  SkippedConversation,
  TestReport,
} from '../../conversation/result.ts';
import { brush } from '../colour.ts';
import { findingLines } from '../details.ts';
import { element } from '../xml.ts';
import { failedLines, warningLines } from './failure-lines.ts';

const plain = brush(false);
const seconds = (milliseconds: number): string => (milliseconds / 1000).toFixed(4);

const of = <Told extends { file: string }>(told: readonly Told[], file: string): Told[] =>
  told.filter((each) => each.file === file);

/** The report as JUnit XML: a suite for each file, a case for each conversation, times in seconds. */
export function testJunit({ results, skipped, broken, elapsed }: TestReport): string {
  const files = new Set([...results, ...skipped].map(({ file }) => file));
  const failures = results.filter(({ pass }) => !pass).length;
  const attributes = {
    name: 'lpf-emulator test',
    tests: results.length + skipped.length + broken.length,
    failures,
    errors: broken.length,
    ...skippedCount(skipped),
    time: seconds(elapsed),
  };
  const suites = [
    ...[...files].map((file) => suite(file, of(results, file), of(skipped, file))),
    ...broken.map(brokenSuite),
  ];
  return `<?xml version="1.0" encoding="UTF-8"?>\n${element('testsuites', attributes, suites)}\n`;
}

function suite(
  file: string,
  results: readonly ConversationResult[],
  skipped: readonly SkippedConversation[],
): string {
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
