import { loadConnectorFile } from '../../connector/settings/connector-file.ts';
import { settingsOf } from '../../connector/settings/read-settings.ts';
import { completeSettings, mergeSettings } from '../../connector/settings/setting-defaults.ts';
import type { ConnectorSettings } from '../../connector/settings/settings.ts';
import type { Scene } from '../../conversation/stage.ts';
import type { Place } from './given.ts';

/** All settings of the bot of a scene: its own over those of `connector.yaml` over the defaults. */
export async function settingsIn(
  { function: name, given }: Scene,
  { root, functions }: Place,
): Promise<ConnectorSettings> {
  const { bots } = await loadConnectorFile(root, { names: functions });
  return completeSettings(mergeSettings(bots[name] ?? {}, settingsOf(given.settings ?? {})));
}
