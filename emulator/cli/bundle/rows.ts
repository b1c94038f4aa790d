import type { Judgement } from '../../bundle/judge-all.ts';
import type { Finding } from '../../errors.ts';
import type { Generation } from '../../platform/generations.ts';
import type { Project } from '../../project/project.ts';
import type { BundleRow } from '../../report/bundle-report.ts';

/** One row for each function and generation, by name; `names` are the functions that were asked for. */
export function rowsOf(
  project: Project,
  judgements: readonly Judgement[],
  wanted: readonly Generation[],
  names: readonly string[],
): BundleRow[] {
  const judged = new Set(judgements.map(({ source }) => source.name));
  const misfits = project.functions.filter(({ name }) => !judged.has(name));
  return [
    ...project.broken.map(({ name, findings }) => rowWithout(name, findings)),
    ...judgements.map(rowOf),
    ...misfits.map(({ name }) => misfit(name, wanted, names.includes(name) ? 'error' : 'warning')),
  ].toSorted((one, other) => (one.function < other.function ? -1 : Number(one.function > other.function)));
}

function rowOf({ source, generation, bundle, limit, findings }: Judgement): BundleRow {
  const { characters = null, hash = null } = bundle ?? {};
  return { function: source.name, generation, characters, limit, hash, file: null, findings };
}

function rowWithout(name: string, findings: Finding[]): BundleRow {
  return {
    function: name,
    generation: null,
    characters: null,
    limit: null,
    hash: null,
    file: null,
    findings,
  };
}

/** A hand-written function is for the generation that it is written for; only one that was asked for is missed. */
function misfit(name: string, wanted: readonly Generation[], severity: Finding['severity']): BundleRow {
  const file = `functions/${name}/index.js`;
  return rowWithout(name, [
    {
      code: 'wrong-lambda',
      severity,
      message: `${file} is hand-written, and not for ${wanted.join(' or ')}`,
      hint: 'leave --generation out; or turn the file into an index.ts that exports lambda, which serves both',
      where: { file },
    },
  ]);
}
