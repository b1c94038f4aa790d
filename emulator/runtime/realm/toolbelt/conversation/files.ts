import type { MessageRecord } from './conversation.ts';

/** What is put in a file's place. */
export interface ReplacementFile {
  body: Buffer;
  contentType: string;
}

/** Who may write to the storage of hosted files. */
export interface StorageCredentials {
  username: string;
  password: string;
}

/** Whether a file is replaced. */
export type ShouldReplace = (path: string) => boolean;

/** A black PNG of one pixel. */
export function blackDot(): ReplacementFile {
  const png = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABAQAAAAA3bvkkAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg==';
  return { body: Buffer.from(png, 'base64'), contentType: 'image/png' };
}

/** Paths of the files that a conversation's messages point to. */
export function filePaths(transcript: readonly MessageRecord[]): string[] {
  return transcript.flatMap(({ type, messageData }) => {
    const path = messageData.file?.relativePath;
    return type === 'HOSTED_FILE' && path ? [path] : [];
  });
}
