import type { Finding } from '../errors.ts';
import { misplaced } from '../payload/misplaced.ts';
import { settingsDoubts } from '../project/settings.ts';

/** What may be a slip of the pen in a project, its functions aside: it is passed over, and nothing else says so. */
export async function projectDoubts(root: string): Promise<Finding[]> {
  const findings = [...settingsDoubts(root), ...(await misplaced(root))];
  return findings.map((finding) => ({ ...finding, severity: 'warning' }));
}
