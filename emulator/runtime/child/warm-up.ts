import { warmFetch, warmHttp } from './outbound.ts';

/** `fetch` itself; the shim of v1 only speaks of it in an error. */
const speaksOfFetch = /\bfetch\b(?! failed)/;

const speaksOfHttp = /["'](node:)?https?["']/;

/** What answers with a `Response`, which Node takes 25 ms to load when it is first asked for. */
const speaksOfResponse = /\bLpClient\b/;

/**
 * Loads what a bundle will need of Node, by the words in it: a time-out of the function's own would go on running while
 * its first request waits for that, and the first request of an instance would take the time that loading takes.
 */
export async function warmUp(text: string): Promise<void> {
  if (speaksOfResponse.test(text)) void globalThis.Response;
  if (speaksOfFetch.test(text)) await warmFetch();
  if (speaksOfHttp.test(text)) await warmHttp();
}
