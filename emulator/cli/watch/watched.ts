import type { Change } from '../../project/watch.ts';

/** What a command does again and again. */
export interface Watched {
  /** Folders of the project in which it does not only read what it names. */
  folders?: readonly string[];
  /** Whether a file that was saved is one that it writes itself, and no reason for a round. */
  writes?(path: string): boolean;
  /**
   * One round: everything where `changes` is empty, else what they concern. It calls `announce` once it knows that they
   * concern something, and answers the files (absolute paths) that it has read outside of the project's folders. Where
   * it may take long it heeds `signal`, after which nobody wants to hear of it: it ends its calls, and throws.
   */
  round(changes: readonly Change[], announce: () => void, signal: AbortSignal): Promise<Iterable<string>>;
  end(): Promise<void>;
}
