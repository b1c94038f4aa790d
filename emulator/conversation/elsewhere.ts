import { type ConnectorFile, loadConnectorFile } from '../connector/settings/connector-file.ts';
import type { Script } from './conversation-file.ts';
import { hookNames } from './functions-in.ts';
import type { SkippedConversation } from './result.ts';
import { skippedFor } from './skipped.ts';

/**
 * What of a conversation cannot reach a bot that runs elsewhere, as a reason; `undefined` where there is no such thing.
 */
export function unreachable({ given: { mocks = [], account } }: Pick<Script, 'given'>): string | undefined {
  if (mocks.length > 0) return 'its mocks cannot reach a service elsewhere';
  return account ? 'its account cannot reach a service elsewhere' : undefined;
}

/**
 * Conversations that can be played with bots elsewhere, and the others with the reason. Throws as `loadConnectorFile`
 * does.
 */
export async function sortElsewhere(
  scripts: readonly Script[],
  root: string,
  functions: readonly string[],
): Promise<{ playable: Script[]; skipped: SkippedConversation[] }> {
  const file = await loadConnectorFile(root, { names: functions });
  const playable: Script[] = [];
  const skipped: SkippedConversation[] = [];
  for (const script of scripts) {
    const reason = hasHook(script, file) ? undefined : unreachable(script);
    if (reason === undefined) playable.push(script);
    else skipped.push(await skippedFor(script, reason));
  }
  return { playable, skipped };
}

/** Hooks run here, whoever the bot is: mocks and account may be for them. */
function hasHook(script: Script, file: ConnectorFile): boolean {
  return hookNames(script, file).length > 0;
}
