import type { Spot } from '../document/payload-document.ts';
import type { Path } from '../document/path.ts';

/** One thing that is wrong with a value, before it is known where in a file that is. */
export interface Complaint {
  path: Path;
  /** Where to point: at `path` itself, or where something is missing at what stands in its place. */
  at: Path;
  spot: Spot;
  message: string;
  /** `null` where there is nothing better to say than how a good value looks. */
  hint: string | null;
  severity: 'error' | 'warning';
}
