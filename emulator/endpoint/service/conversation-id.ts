import { Refusal } from './refusal.ts';

/** Ours: LivePerson documents no limit; messaging has UUIDs (36 characters), chat session keys of about 50. */
const longest = 256;

/**
 * The id of a conversation as a path names it, decoded. Any text goes, slashes and letters of all scripts included: it
 * is only ever compared. Throws a refusal (400) for one that is too long, holds control characters or is not UTF-8.
 */
export function conversationId(segment: string): string {
  const id = decoded(segment);
  if (id !== undefined && id.length <= longest && !/\p{Cc}/u.test(id)) return id;
  throw new Refusal(
    400,
    'bad-conversation-id',
    `the conversation id must have at most ${longest} characters, no control characters, and be percent-encoded UTF-8`,
  );
}

function decoded(segment: string): string | undefined {
  try {
    return decodeURIComponent(segment);
  } catch {
    return undefined;
  }
}
