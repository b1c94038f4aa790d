import type { Finding, Where } from '../errors.ts';
import { printable, printableLines } from './printable.ts';

/** Names a file of a finding as GitHub does: from the repository's root, which the project's need not be. */
export type FileName = (file: string) => string;

/** What a finding is about, and how its place is told. */
interface Told {
  about: string;
  where?: Where | undefined;
  named: FileName;
}

/**
 * A finding as a workflow command, which GitHub shows as an annotation in the sources.
 * Source: docs.github.com/actions/reference/workflow-commands-for-github-actions.
 */
export function githubCommand(finding: Finding, { about, where = finding.where, named }: Told): string {
  const { code, severity, message, hint, path } = finding;
  const properties: [string, string | number | undefined][] = [
    ['file', where && named(where.file)],
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
