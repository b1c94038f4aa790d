import type {
  ConversationResult,
  Failure,
  SkippedConversation,
  TestReport,
} from '../../conversation/result.ts';
import type { Finding } from '../../errors.ts';
import { type FileName, githubCommand } from '../github-command.ts';
import { testClosing } from './closing.ts';

/** The report as workflow commands, which GitHub shows as annotations in the files, and a closing line. */
export function testGithub(report: TestReport, named: FileName): string {
  const { results, skipped, broken } = report;
  const commands = [
    ...results.flatMap((result) => [
      ...result.failures.map((failure) => failureCommand(failure, result, named)),
      ...result.warnings.map((warning) =>
        githubCommand(warning, { about: result.name, where: warning.where ?? result.where, named }),
      ),
    ]),
    ...skipped.map((each) => skippedCommand(each, named)),
    ...broken.flatMap(({ file, findings }) =>
      findings.map((finding) =>
        githubCommand(finding, { about: file, where: finding.where ?? { file }, named }),
      ),
    ),
  ];
  return `${[...commands, testClosing(report)].join('\n')}\n`;
}

function skippedCommand({ name, where, reason }: SkippedConversation, named: FileName): string {
  return githubCommand(
    { code: 'not-played', severity: 'warning', message: `skipped: ${reason}`, hint: '', where },
    { about: name, named },
  );
}

function failureCommand(
  { check, input, expected, actual, where, hint = '' }: Failure,
  { name }: ConversationResult,
  named: FileName,
): string {
  const finding: Finding = {
    code: 'not-as-expected',
    severity: 'error',
    message: [
      ...(input === '' ? [] : [input]),
      `${check} expected ${expected.join(' | ')}`,
      `actual ${actual.join(' | ') || 'nothing'}`,
    ].join('\n'),
    hint,
    where,
  };
  return githubCommand(finding, { about: name, named });
}
