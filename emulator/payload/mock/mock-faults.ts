import type { Finding } from '../../errors.ts';
import type { PayloadDocument } from '../document/payload-document.ts';
import type { Path } from '../document/path.ts';
import { fileFaults } from './mock-files.ts';
import type { Mock } from './mock.ts';
import { overlaps } from './overlaps.ts';

/** What is wrong with the mocks at `path` of a document although each of them has the right shape. */
export async function mockFaults(
  document: Pick<PayloadDocument, 'file' | 'locate'>,
  path: Path,
  mocks: readonly Mock[],
  root: string,
): Promise<Finding[]> {
  return [...(await overlaps(document, path, mocks)), ...(await fileFaults(document, path, mocks, root))];
}
