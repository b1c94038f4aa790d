import type { Where } from '../../errors.ts';
import type { Path } from './path.ts';

/** Whether a complaint is about a key itself or about the value behind it. */
export type Spot = 'key' | 'value';

/** One parsed file, and where in its text each part of it stands. */
export interface PayloadDocument {
  /** As complaints show it: relative to the project's root where it is below it; `-` for standard input. */
  file: string;
  value: unknown;
  /** Where `path` stands; where it does not exist, the nearest thing around it. */
  locate: (path: Path, spot?: Spot) => Promise<Where>;
}
