import { type Approach, approaches } from './approach.ts';

/**
 * In which order the approaches have their turn in the job of an index: A B, B A, A B and so on, so that what slows the
 * machine down for a while slows both.
 */
export function orderOf(index: number): readonly Approach[] {
  return index % 2 === 0 ? approaches : approaches.toReversed();
}
