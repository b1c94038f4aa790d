import type { Judgement } from '../../bundle/judge-all.ts';

/** With --check the strict engine has to load each bundle too. */
export async function addStrict(judgements: readonly Judgement[]): Promise<Judgement[]> {
  const { strictEngineFindings } = await import('../../invoke/strict.ts');
  const bundles = judgements.flatMap(({ bundle }) => bundle ?? []);
  const findings = await strictEngineFindings(bundles);
  return judgements.map((judgement) => {
    const finding = judgement.bundle && findings[bundles.indexOf(judgement.bundle)];
    return finding ? { ...judgement, findings: [...judgement.findings, finding] } : judgement;
  });
}
