import type { ConnectorFile } from '../connector/settings/connector-file.ts';
import { hooksOf } from '../connector/settings/hooks.ts';
import { settingsOf } from '../connector/settings/read-settings.ts';
import { mergeSettings } from '../connector/settings/setting-defaults.ts';
import type { Script } from './conversation-file.ts';

/** The functions that are bots of a conversation, its own first. */
export function botNames(script: Pick<Script, 'function' | 'given'>): string[] {
  return botsIn(script).map(({ function: name }) => name);
}

/** The functions that are hooks of these bots. */
export function hookNames(script: Pick<Script, 'function' | 'given'>, { bots }: ConnectorFile): string[] {
  return botsIn(script).flatMap(({ function: name, settings = {} }) =>
    hooksOf(mergeSettings(bots[name] ?? {}, settingsOf(settings))).map((hook) => hook.name),
  );
}

function botsIn({ function: own, given: { settings, bots = {} } }: Pick<Script, 'function' | 'given'>) {
  return [{ function: own, settings }, ...Object.values(bots)];
}
