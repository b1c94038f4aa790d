import type { ConversationResult, SkippedConversation, TestReport } from '../../conversation/result.ts';

/** What became of the conversations of one file. */
export interface FileResults {
  file: string;
  results: ConversationResult[];
  skipped: SkippedConversation[];
}

/** A report file by file, in the order in which they come up. */
export function byFile({ results, skipped }: Pick<TestReport, 'results' | 'skipped'>): FileResults[] {
  const files = new Map<string, FileResults>();
  const of = (file: string): FileResults => {
    const own = files.get(file) ?? { file, results: [], skipped: [] };
    files.set(file, own);
    return own;
  };
  for (const result of results) of(result.file).results.push(result);
  for (const each of skipped) of(each.file).skipped.push(each);
  return [...files.values()];
}
