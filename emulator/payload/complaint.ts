import type { Spot } from './document.ts';
import type { Path } from './path.ts';

/** One thing that is wrong with a value, before it is known where in a file that is. */
export interface Complaint {
  path: Path;
  spot: Spot;
  message: string;
  /** `null` where there is nothing better to say than how a good value looks. */
  hint: string | null;
  severity: 'error' | 'warning';
}
