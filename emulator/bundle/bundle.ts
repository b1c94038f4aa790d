import type { Finding } from '../errors.ts';
import type { Generation } from '../platform/generations.ts';

/** One function as one file for one generation: exactly the text that gets pasted, and what is known about it. */
export interface Bundle {
  function: string;
  generation: Generation;
  /** The whole text of `index.js`, banner included. */
  code: string;
  /**
   * Source map (version 3) of `code` as JSON text, its sources relative to the project's root; `null` for a
   * hand-written file that is used as it is.
   */
  map: string | null;
  /** First 12 hexadecimal digits of the SHA-256 of the text below the banner. */
  hash: string;
  characters: number;
  /** Who weighs what: characters that each input contributes, largest first; paths relative to the project's root. */
  weights: { file: string; characters: number }[];
  /** Modules that it loads when it runs, by literal name; absent for a hand-written file, which nobody has looked into. */
  imports?: string[];
  /**
   * Every file that was read for it, relative to the project's root; absent for a hand-written file, which is all there
   * is.
   */
  files?: string[];
}

/** What became of one function for one generation: a bundle, or the reasons why there is none. */
export type BundleResult =
  | { function: string; generation: Generation; bundle: Bundle; findings: Finding[] }
  | { function: string; generation: Generation; bundle: null; findings: Finding[] };
