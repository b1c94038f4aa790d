import { merge } from '../payload/compose/merge.ts';
import type { Given } from './schema/given.ts';

/** What a conversation begins with, laid over what its file says; its own mocks come first, so that they win. */
export function mergeGiven(file: Given, own: Given): Given {
  const mocks = [...(own.mocks ?? []), ...(file.mocks ?? [])];
  return { ...(merge({ ...file }, { ...own }) as Given), ...(mocks.length > 0 && { mocks }) };
}
