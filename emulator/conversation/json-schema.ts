import * as z from 'zod/mini';
import { conversationFile } from './schema/file.ts';

/** The JSON Schema of conversation files, for editors, as text. */
export function conversationSchema(): string {
  const { $schema, ...rest } = z.toJSONSchema(conversationFile, { io: 'input' });
  const title = 'Conversations of a bot, for lpf-emulator test';
  return `${JSON.stringify({ $schema, title, ...rest }, null, 2)}\n`;
}
