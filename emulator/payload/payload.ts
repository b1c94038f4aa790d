import type { Header } from '../project/config.ts';
import type { AccountPresets } from './account/account-presets.ts';
import type { Mock } from './mock/mock.ts';
import type { Recording } from './recording.ts';

/** What a function is fed: one input, its mocks, and where both come from. */
export interface Payload {
  /** Short name, unique within its event, such as `text` or `config.json`. */
  name: string;
  /** The event id it is for; `null` where no event is named. */
  event: string | null;
  /** File it was read from, relative to the project's root where it is below it; `-` for standard input. */
  file: string;
  /** Without a `timestamp` (milliseconds since 1970) the time of the call is put in. */
  input: { headers: Header[]; timestamp?: number; payload: unknown };
  mocks: Mock[];
  /**
   * Whether it came with this package: its mocks answer the calls of the templates, and other functions need not make
   * them.
   */
  stock?: true;
  /** Folder that the mocks' files are relative to, absolute; only where they name any. */
  base?: string;
  /** Answers for what no mock declares. */
  recording?: Recording;
  /** What the imitated account begins with, over what the project says. */
  account?: AccountPresets;
  /** Public source of the shape. */
  source: string;
  /** Which part of the shape is inferred, in words; `null` when all is documented. */
  inferred: string | null;
}
