import { type Generation, generations } from '../../platform/generations.ts';

/** Flags of `lpf-bundle`. */
export interface BundleOptions {
  generation: Generation | 'all';
  minify?: true;
  out?: string;
  check?: true;
  stdout?: true;
  json?: true;
  strict?: true;
  limit: string[];
  watch?: true;
}

/** The generations that are bundled for. */
export function wantedOf({ generation }: BundleOptions): readonly Generation[] {
  return generation === 'all' ? generations : [generation];
}
