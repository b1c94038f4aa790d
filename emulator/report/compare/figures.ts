import { duration } from '../duration.ts';
import type { SectionCell } from './section.ts';

/** A time as a cell; `–` for what was not measured or does not exist. */
export function timeCell(milliseconds: number | null): SectionCell {
  return milliseconds === null ? { text: '–', style: 'faint' } : { text: duration(milliseconds) };
}
