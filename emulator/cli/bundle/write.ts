import type { Judgement } from '../../bundle/judge-all.ts';
import { bundleFile, removeStale, writeBundles, type Written } from '../../bundle/write.ts';
import type { Generation } from '../../platform/generations.ts';
import type { BundleRow } from '../../report/bundle-report.ts';
import type { Rewritten } from '../../report/rewritten.ts';

/** What is to be written, and where to. */
export interface ToWrite {
  root: string;
  /** Absolute. */
  out: string;
  rows: BundleRow[];
  judgements: readonly Judgement[];
  wanted: readonly Generation[];
}

/** Writes the functions that have no error at all, and notes in their rows where they are. */
export function writeGood({ root, out, rows, judgements, wanted }: ToWrite): Written[] {
  const bad = new Set(rows.filter(hasError).map((row) => row.function));
  const good = judgements.filter(({ source }) => !bad.has(source.name));
  const files = writeBundles(
    root,
    out,
    good.flatMap(({ source, bundle }) => (bundle ? [{ source, bundle }] : [])),
  );
  for (const { file, bundle } of files) {
    const row = rows.find(
      (each) => each.function === bundle?.function && each.generation === bundle.generation,
    );
    if (row) row.file = file;
  }
  for (const { function: name } of rows.filter((row) => !bad.has(row.function))) {
    for (const generation of wanted) {
      if (!rows.some((row) => row.function === name && row.generation === generation))
        removeStale(out, name, generation);
    }
  }
  return files;
}

/** Removes the bundles of functions that are no more; answers their files. */
export function removeBundles(
  root: string,
  out: string,
  names: readonly string[],
  wanted: readonly Generation[],
): Rewritten[] {
  return names.flatMap((name) =>
    wanted
      .filter((generation) => removeStale(out, name, generation))
      .map((generation) => ({
        file: bundleFile(root, out, generation, name),
        characters: null,
        before: null,
      })),
  );
}

function hasError({ findings }: BundleRow): boolean {
  return findings.some(({ severity }) => severity === 'error');
}
