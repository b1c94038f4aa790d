import type { CompareReport } from '../../compare/report.ts';
import { counted } from '../../platform/counted.ts';
import { answersSection, factsSection, faultsSection, requirementsSection } from './answer-sections.ts';
import { brokenSection } from './broken-section.ts';
import type { Section } from './section.ts';
import { firstSection, waitSection } from './wait-sections.ts';

/** Every table of the report, in its order; those without rows are left out. */
export function sectionsOf(report: CompareReport): Section[] {
  const all = [
    brokenSection(report),
    answersSection(report),
    waitSection(report),
    firstSection(report),
    faultsSection(report),
    factsSection(report),
    requirementsSection(report),
  ];
  return all.filter(({ rows }) => rows.length > 0);
}

/** What is compared, in one sentence. */
export function subject({ setting }: CompareReport): string {
  const { function: name, generation, endpoint } = setting;
  const behind = endpoint === 'function' ? 'the same function as a service' : endpoint;
  return `${name} (${generation}) as a function, and ${behind} as a Custom Endpoint`;
}

/** How it was measured, in one sentence. */
export function conditions({ setting }: CompareReport): string {
  const { repeat, concurrency, machine } = setting;
  const side = concurrency === 1 ? 'one after the other' : `${concurrency} side by side`;
  const times = counted(repeat, 'time');
  return `each conversation ${times} cold and ${times} warm, in turns, ${side}; ${machine}`;
}
