import type { Script } from './conversation-file.ts';
import type { SkippedConversation } from './result.ts';

/** A conversation that is not played, at its place in its file. */
export async function skippedFor(
  { file, name, locate }: Pick<Script, 'file' | 'name' | 'locate'>,
  reason: string,
): Promise<SkippedConversation> {
  return { file, name, where: await locate([]), reason };
}
