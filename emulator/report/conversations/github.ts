import type {
  ConversationResult,
  Failure,
  SkippedConversation,
  TestReport,
} from '../../conversation/result.ts';
import type { Finding } from '../../errors.ts';
import { duration } from '../duration.ts';
import { type FileName, githubCommand } from '../github-command.ts';

/** The report as workflow commands, which GitHub shows as annotations in the files, and a closing line. */
export function testGithub({ results, skipped, broken, elapsed }: TestReport, named: FileName): string {
  const passed = results.filter(({ pass }) => pass).length;
  const counts = [
    `${passed} passed`,
    `${results.length - passed} failed`,
    ...(skipped.length > 0 ? [`${skipped.length} skipped`] : []),
    `${broken.length} not usable`,
  ];
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
  return `${[...commands, `lpf-emulator test: ${counts.join(', ')} in ${duration(elapsed)}`].join('\n')}\n`;
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
