import type { Invoker } from '../invoke/invoker.ts';
import type { Terminal } from './terminal.ts';

/** `--write-secrets`: keeps what functions have updated, and says what that is. */
export async function keepSecrets(
  terminal: Terminal,
  root: string,
  { updatedSecrets }: Invoker,
): Promise<void> {
  if (updatedSecrets.size === 0) return;
  const { writeSecrets } = await import('../invoke/write-secrets.ts');
  const written = writeSecrets(root, updatedSecrets);
  if (written.length > 0) terminal.err(`written to functions/settings.json: ${written.join(', ')}\n`);
}
