import { EmulatorError } from '../errors.ts';
import type { Shard, SkippedConversation, TestReport } from './result.ts';

/** Raised when what a blob holds changes, so that none of another version is joined. */
export const blobFormat = 2;

/** A report as a file that `merge-reports` joins with those of the other shards. */
export function toBlob(report: TestReport): string {
  return `${JSON.stringify({ format: blobFormat, report })}\n`;
}

/** One report of the reports of all shards. Throws `bad-blob` where a shard is missing or there twice. */
export function mergeReports(reports: readonly { file: string; report: TestReport }[]): TestReport {
  checkShards(reports);
  const all = reports.map(({ report }) => report);
  const broken = new Map(all.flatMap((report) => report.broken.map((each) => [each.file, each])));
  return {
    results: inOrder(all.flatMap(({ results }) => results)),
    skipped: inOrder(all.flatMap(({ skipped }) => skipped)),
    broken: [...broken.values()],
    snapshots: {
      written: sum(all, ({ snapshots }) => snapshots.written),
      updated: sum(all, ({ snapshots }) => snapshots.updated),
      removed: sum(all, ({ snapshots }) => snapshots.removed),
      obsolete: [...new Set(all.flatMap(({ snapshots }) => snapshots.obsolete))],
    },
    shard: null,
    elapsed: Math.max(...all.map(({ elapsed }) => elapsed)),
  };
}

function checkShards(reports: readonly { file: string; report: TestReport }[]): void {
  const seen = new Map<number, string>();
  const count = reports[0]?.report.shard?.count;
  for (const { file, report } of reports) {
    const { shard } = report;
    if (shard?.count !== count) throw badBlob(`${file} is of another division into shards`, sameRun, file);
    if (!shard) continue;
    const other = seen.get(shard.index);
    if (other !== undefined)
      throw badBlob(`${file} and ${other} are both shard ${words(shard)}`, sameRun, file);
    seen.set(shard.index, file);
  }
  const parts = Array.from({ length: count ?? 0 }, (_, at) => at + 1);
  const missing = parts.find((index) => !seen.has(index));
  if (missing !== undefined) {
    throw badBlob(`shard ${words({ index: missing, count: parts.length })} is missing`, sameRun);
  }
}

const sameRun = 'give the report of each shard of one run, once';

function words({ index, count }: Shard): string {
  return `${index} of ${count}`;
}

/** The complaint about a blob that cannot be joined. */
export function badBlob(message: string, hint: string, file?: string): EmulatorError {
  return new EmulatorError({
    code: 'bad-blob',
    message,
    hint,
    ...(file !== undefined && { where: { file } }),
  });
}

function inOrder<Told extends Pick<SkippedConversation, 'file' | 'where'>>(told: readonly Told[]): Told[] {
  return told.toSorted((a, b) => compare(a.file, b.file) || (a.where.line ?? 0) - (b.where.line ?? 0));
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

function sum(reports: readonly TestReport[], value: (report: TestReport) => number): number {
  return reports.reduce((total, report) => total + value(report), 0);
}
