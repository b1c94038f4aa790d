import type { Finding, Where } from '../errors.ts';
import { type InvocationRecord, whereOf } from '../invoke/record.ts';
import { duration } from './duration.ts';
import { printable, printableLines } from './printable.ts';
import { totals } from './report.ts';
import type { RunReport } from './report.ts';

/**
 * The report as workflow commands, which GitHub shows as annotations in the sources, and a closing line.
 * Source: docs.github.com/actions/reference/workflow-commands-for-github-actions.
 */
export function githubReport(report: RunReport): string {
  const commands = [
    ...report.records.flatMap(recordCommands),
    ...report.broken.flatMap(({ function: name, generation, findings }) =>
      findings.map((finding) =>
        command(finding, [name, ...(generation === null ? [] : [generation])].join(' ')),
      ),
    ),
    ...report.warnings.map((warning) => command(warning, '')),
  ];
  return `${[...commands, closing(report)].join('\n')}\n`;
}

function recordCommands(record: InvocationRecord): string[] {
  const about = `${record.function} × ${record.payload} (${record.generation}, ${record.start})`;
  const [frame] = record.error?.frames ?? [];
  const fallback = frame && whereOf(frame);
  return record.verdict.findings.map((finding) => command(finding, about, finding.where ?? fallback));
}

function command(finding: Finding, about: string, where: Where | undefined = finding.where): string {
  const { code, severity, message, hint, path } = finding;
  const properties: [string, string | number | undefined][] = [
    ['file', where?.file],
    ['line', where?.line],
    ['col', where?.column],
    ['title', about === '' ? code : `${code}: ${about}`],
  ];
  const text = [
    ...printableLines(message),
    ...(path === undefined ? [] : [`at ${printable(path)}`]),
    printable(hint),
  ];
  const given = properties
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => `${key}=${escapeProperty(printable(String(value)))}`);
  return `::${severity} ${given.join(',')}::${escapeData(text.filter((line) => line !== '').join('\n'))}`;
}

/** Line breaks would end the command, and the next line could be another one. */
function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}

function closing(report: RunReport): string {
  const { passed, failed, broken, functions, payloads, generations } = totals(report);
  const counts = [`${passed} passed`, `${failed} failed`, ...(broken > 0 ? [`${broken} rejected`] : [])];
  return `lpf-emulator: ${counts.join(', ')} (functions: ${functions}, payloads: ${payloads}, generations: ${generations}) in ${duration(report.elapsed)}`;
}
