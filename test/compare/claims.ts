import type { Claim } from '../../emulator/compare/claim.ts';
import type { CompareReport } from '../../emulator/compare/report.ts';
import { rowsById, valueIn } from '../../emulator/compare/rows.ts';

/** Claims without a row, with a row that there is none of, or with a figure that is none of the row. */
export function wrongIn(report: CompareReport): string[] {
  const rows = rowsById(report);
  return report.recommendation.claims.flatMap((claim: Claim) => [
    ...(claim.rows.length === 0 ? [`no row: ${claim.text}`] : []),
    ...claim.rows.filter((id) => !rows.has(id)).map((id) => `no row ${id}`),
    ...claim.figures.flatMap(({ row, path, value, text }) => [
      ...(valueIn(rows.get(row) ?? {}, path) === value ? [] : [`${row} ${path} is not ${value}`]),
      ...(claim.text.includes(text) ? [] : [`${text} is not in: ${claim.text}`]),
    ]),
  ]);
}
