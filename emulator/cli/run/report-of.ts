import type { Judgement } from '../../bundle/judge-all.ts';
import type { Finding } from '../../errors.ts';
import type { InvocationRecord } from '../../invoke/record.ts';
import type { BrokenFunction as BrokenFolder } from '../../project/project.ts';
import type { BrokenFunction, RunReport } from '../../report/report.ts';
import type { Fed } from './feed.ts';

/** What a run has come to. */
export interface Outcome {
  records: InvocationRecord[];
  broken: readonly BrokenFolder[];
  fed: readonly Fed[];
  judged: readonly Judgement[];
  /** What may be a slip somewhere else in the project. */
  doubts: readonly Finding[];
  /** `performance.now()` at its start. */
  began: number;
}

/** The report of a run that is over. */
export function reportOf({ records, broken, fed, judged, doubts, began }: Outcome): RunReport {
  return {
    records,
    broken: [
      ...broken.map(({ name, findings }) => ({ function: name, generation: null, findings })),
      ...fed.flatMap(brokenPayloads),
      ...judged.flatMap(rejected),
    ],
    warnings: onceEach([...judged.flatMap(({ findings }) => findings.filter(isWarning)), ...doubts]),
    elapsed: performance.now() - began,
  };
}

/** What is told of a file of the project, and not of a bundle, is the same for both generations. */
const ofFiles: readonly Finding['code'][] = ['bad-config', 'tsconfig-ignored'];

function onceEach(findings: readonly Finding[]): Finding[] {
  const seen = new Set<string>();
  return findings.filter((finding) => {
    const key = JSON.stringify(finding);
    const again = ofFiles.includes(finding.code) && seen.has(key);
    seen.add(key);
    return !again;
  });
}

function isWarning({ severity }: Finding): boolean {
  return severity === 'warning';
}

function brokenPayloads({ source, findings }: Fed): BrokenFunction[] {
  return findings.length > 0 ? [{ function: source.name, generation: null, findings }] : [];
}

/** What the platform would reject before it ever ran. */
function rejected({ source, generation, findings }: Judgement): BrokenFunction[] {
  const errors = findings.filter(({ severity }) => severity === 'error');
  return errors.length > 0 ? [{ function: source.name, generation, findings: errors }] : [];
}
