import type { Where } from '../errors.ts';
import { type InvocationRecord, whereOf } from '../invoke/record.ts';
import { runClosing } from './closing.ts';
import { type FileName, githubCommand } from './github-command.ts';
import type { RunReport } from './report.ts';

/** Leads from the name of a function to its handler in the sources. */
type HandlerPlace = (name: string) => Where | undefined;

/** Where things are, and how a file is named. */
interface Places {
  handlerOf: HandlerPlace;
  named: FileName;
}

/**
 * The report as workflow commands, which GitHub shows as annotations in the sources, and a closing line. What has no
 * place of its own, as an answer has none, stands at the function's handler.
 * Source: docs.github.com/actions/reference/workflow-commands-for-github-actions.
 */
export function githubReport(report: RunReport, places: Places): string {
  const { named } = places;
  const commands = [
    ...report.records.flatMap((record) => recordCommands(record, places)),
    ...report.broken.flatMap(({ function: name, generation, findings }) => {
      const about = [name, ...(generation === null ? [] : [generation])].join(' ');
      return findings.map((finding) => githubCommand(finding, { about, named }));
    }),
    ...report.warnings.map((warning) => githubCommand(warning, { about: '', named })),
  ];
  return `${[...commands, runClosing(report)].join('\n')}\n`;
}

function recordCommands(record: InvocationRecord, { handlerOf, named }: Places): string[] {
  const about = `${record.function} × ${record.payload} (${record.generation}, ${record.start})`;
  const [frame] = record.error?.frames ?? [];
  const placeless = record.verdict.findings.some(({ where }) => where === undefined);
  const fallback = frame ? whereOf(frame) : placeless ? handlerOf(record.function) : undefined;
  return record.verdict.findings.map((finding) =>
    githubCommand(finding, { about, where: finding.where ?? fallback, named }),
  );
}
