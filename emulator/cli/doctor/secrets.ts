import { type Limits, limitsOf } from '../../platform/limits.ts';
import { isSecretKey, type Secret, secretLength } from '../../project/secret.ts';
import type { Settings } from '../../project/settings.ts';
import { good, type Check } from './check.ts';

type Fault = Pick<Check, 'status' | 'message' | 'hint'>;

/**
 * Whether the platform's secret storage would take the local secrets; `tightened` limits stand in for its own. Only keys
 * are ever shown, never values.
 */
export function checkSecrets({ secrets }: Settings, tightened: Partial<Limits> = {}): Check[] {
  const v1 = limitsOf('v1', tightened);
  const v2 = limitsOf('v2', tightened);
  const faults = [...secrets.flatMap((secret) => faultsOf(secret, v1, v2)), ...repeated(secrets)];
  if (faults.length) return faults.map((fault) => ({ subject: 'secrets', ...fault }));
  if (secrets.length === 0) return [good('secrets', 'none in functions/settings.json')];
  return [good('secrets', `${secrets.length} in functions/settings.json, all as the platform takes them`)];
}

function faultsOf({ key, value }: Secret, v1: Limits, v2: Limits): Fault[] {
  return [keyFault(key, v2.secretKey), valueFault(key, value, v1.secretValue, v2.secretValue)].filter(
    (fault) => fault !== null,
  );
}

function keyFault(key: string, longest: number): Fault | null {
  if (isSecretKey(key, longest)) return null;
  return {
    status: 'error',
    message: `"${key.slice(0, longest)}" cannot be the key of a secret`,
    hint: `use letters, digits, _ and -, at most ${longest} of them`,
  };
}

function valueFault(key: string, value: unknown, v1: number, v2: number): Fault | null {
  const length = secretLength(value);
  if (length <= v1) return null;
  return {
    status: length > v2 ? 'error' : 'warning',
    message: `the secret "${key}" has ${length} characters; the platform takes ${v1} on v1 and ${v2} on v2`,
    hint: 'split it, or keep only what the function needs',
  };
}

function repeated(secrets: readonly Secret[]): Fault[] {
  const keys = secrets.map(({ key }) => key);
  const twice = new Set(keys.filter((key, index) => keys.indexOf(key) !== index));
  return [...twice].map((key) => ({
    status: 'error',
    message: `the secret "${key}" is there more than once`,
    hint: 'keep one of them',
  }));
}
