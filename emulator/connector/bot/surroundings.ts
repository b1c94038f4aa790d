import type { Mock } from '../../payload/mock/mock.ts';
import type { Account } from '../../services/account.ts';

/** What all functions of one conversation have together. */
export interface Surroundings {
  account: Account;
  /** Used up by all of them together. */
  mocks: Mock[];
  /** Folder that the mocks' files are relative to, absolute. */
  base: string | undefined;
  /** Indices of the mocks that have answered. */
  usedMocks: Set<number>;
}
