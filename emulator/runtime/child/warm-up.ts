import type { Generation } from '../../platform/generations.ts';
import { warmFetch, warmHttp } from './outbound.ts';

/** `fetch` itself; the shim of v1 only speaks of it in an error. */
const speaksOfFetch = /\bfetch\b(?! failed)/;

const speaksOfHttp = /["'](node:)?https?["']/;

/** On v2 it answers with a `Response`, and it is `fetch` that sends. */
const speaksOfLpClient = /\bLpClient\b/;

/**
 * Loads what a bundle will need of Node, by the words in it: a time-out of the function's own would go on running while
 * its first request waits for that, and the first request of an instance would take the time that loading takes.
 */
export async function warmUp(text: string, generation: Generation): Promise<void> {
  const usesFetch = speaksOfFetch.test(text) || (generation === 'v2' && speaksOfLpClient.test(text));
  if (usesFetch) await warmFetch();
  if (speaksOfHttp.test(text)) await warmHttp();
}
