import type * as z from 'zod/mini';
import { type Code, EmulatorError, type Finding } from '../../errors.ts';
import type { Complaint } from './complaint.ts';
import type { PayloadDocument } from '../document/payload-document.ts';
import { formatPath, type Path } from '../document/path.ts';

/** What is judged: a value with its positions, which code a complaint gets, and what to do about it in general. */
export interface Checked {
  document: Pick<PayloadDocument, 'file' | 'value' | 'locate'>;
  code: (path: Path) => Code;
  hint: string | ((path: Path) => string);
}

/** Everything that `schema` has against a value; with `misses` also keys that look misspelt, as warnings. */
export async function check(schema: z.ZodMiniType, checked: Checked, misses = false): Promise<Finding[]> {
  const { explain } = await import('./explain.ts');
  const errors = explain(schema, checked.document.value);
  if (errors.length || !misses) return findings(errors, checked);
  const { nearMisses } = await import('./near-misses.ts');
  return findings(nearMisses(schema, checked.document.value), checked);
}

/** Throws the first thing that `schema` has against a value, and says how many more there are. */
export async function assertValid(schema: z.ZodMiniType, checked: Checked): Promise<void> {
  const failed = firstOf(await check(schema, checked));
  if (failed) throw failed;
}

/** The first of several errors, as one; `null` where there is none. */
export function firstOf(all: readonly Finding[]): EmulatorError | null {
  const [first, ...more] = all.filter(({ severity }) => severity === 'error');
  if (!first) return null;
  const { severity: _, ...finding } = first;
  const tail = more.length ? ` (and ${more.length} more)` : '';
  return new EmulatorError({ ...finding, message: finding.message + tail });
}

/** More are not told: where each stands has to be looked up, and nobody reads them. */
const mostTold = 50;

function findings(complaints: readonly Complaint[], { document, code, hint }: Checked): Promise<Finding[]> {
  return Promise.all(
    complaints.slice(0, mostTold).map(async (complaint): Promise<Finding> => {
      const { path, at, spot, severity, message } = complaint;
      return {
        code: code(path),
        severity,
        message: `${document.file}: ${message}`,
        hint: complaint.hint ?? (typeof hint === 'string' ? hint : hint(path)),
        where: await document.locate(at, spot),
        ...(path.length && { path: formatPath(path) }),
      };
    }),
  );
}
