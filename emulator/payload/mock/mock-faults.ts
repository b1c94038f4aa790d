import type { Finding } from '../../errors.ts';
import type { PayloadDocument } from '../document/payload-document.ts';
import { fileFaults } from './mock-files.ts';
import type { Mock } from './mock.ts';
import { overlaps } from './overlaps.ts';

/** What is wrong with the mocks below `mocks` of a document although each of them has the right shape. */
export async function mockFaults(
  document: Pick<PayloadDocument, 'file' | 'locate'>,
  mocks: readonly Mock[],
  root: string,
): Promise<Finding[]> {
  const path = ['mocks'];
  return [...(await overlaps(document, path, mocks)), ...(await fileFaults(document, path, mocks, root))];
}
