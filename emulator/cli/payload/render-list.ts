import { brush } from '../../report/colour.ts';
import { printable } from '../../report/printable.ts';
import { layOut } from '../../report/table.ts';

/** One payload or fragment in a list. */
export interface Entry {
  kind: 'payload' | 'fragment';
  name: string;
  event: string | null;
  source: string;
  inferred: string | null;
}

const columns = ['NAME', 'EVENT', 'SOURCE', 'INFERRED'].map((heading) => ({
  heading,
  align: 'left' as const,
}));

/** The list as a table: payloads by event, then fragments. */
export function renderList(entries: readonly Entry[], colour: boolean): string {
  const rows = entries.map(({ kind, name, event, source, inferred }) => [
    { text: printable(name) },
    { text: kind === 'fragment' ? 'fragment' : printable(event ?? '') },
    { text: printable(brief(source)) },
    { text: inferred === null ? '' : printable(shortened(inferred)), style: 'doubtful' as const },
  ]);
  const { heading, lines } = layOut(columns, rows, brush(colour));
  return [heading, ...lines, ''].join('\n');
}

/** A page without what all pages share. */
function brief(source: string): string {
  return source
    .replace(/^https:\/\/(www\.)?/, '')
    .replace(/^developers\.liveperson\.com\/(.*)\.html$/, '$1')
    .replace(/^github\.com\/([^/]+\/[^/]+)\/.*$/, '$1');
}

/** What is inferred, up to where the reason begins. */
function shortened(inferred: string): string {
  const first = inferred.split(/;|, (?=the)/)[0] ?? inferred;
  return first.length > 60 ? `${first.slice(0, 59)}…` : first;
}
