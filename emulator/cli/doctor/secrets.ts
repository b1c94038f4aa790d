import type { Limits } from '../../platform/limits.ts';
import { faultsOfSecrets } from '../../project/secret-faults.ts';
import type { Settings } from '../../project/settings.ts';
import { good, type Check } from './check.ts';

/** Whether the platform's secret storage would take the local secrets; `tightened` limits stand in for its own. */
export function checkSecrets({ secrets }: Settings, tightened: Partial<Limits> = {}): Check[] {
  const faults = faultsOfSecrets(secrets, tightened);
  if (faults.length > 0)
    return faults.map(({ severity, message, hint }) => ({
      subject: 'secrets',
      status: severity,
      message,
      hint,
    }));
  if (secrets.length === 0) return [good('secrets', 'none in functions/settings.json')];
  return [good('secrets', `${secrets.length} in functions/settings.json, all as the platform takes them`)];
}
