import type { Generation } from '../../../../platform/generations.ts';

const variables: Record<Generation, string> = { v1: 'BRAND_ID', v2: 'X_LIVEPERSON_BRAND_ID' };

/** The account that the function runs in, as its environment has it. */
export function brandId(generation: Generation): string {
  return process.env[variables[generation]] ?? '';
}
