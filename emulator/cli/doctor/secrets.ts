import { limits } from '../../platform/limits.ts';
import type { Secret, Settings } from '../../project/settings.ts';
import { good, type Check } from './check.ts';

type Fault = Pick<Check, 'status' | 'message' | 'hint'>;

/** Whether the platform's secret storage would take the local secrets. Only keys are ever shown, never values. */
export function checkSecrets({ secrets }: Settings): Check[] {
  const faults = [...secrets.flatMap(faultsOf), ...repeated(secrets)];
  if (faults.length) return faults.map((fault) => ({ subject: 'secrets', ...fault }));
  if (secrets.length === 0) return [good('secrets', 'none in functions/settings.json')];
  return [good('secrets', `${secrets.length} in functions/settings.json, all as the platform takes them`)];
}

function faultsOf({ key, value }: Secret): Fault[] {
  return [keyFault(key), valueFault(key, value)].filter((fault) => fault !== null);
}

/** The characters of a key are those of developers.liveperson.com/liveperson-functions-foundations-limitations.html. */
function keyFault(key: string): Fault | null {
  const longest = limits.secretKey.v2;
  if (/^[\w-]+$/.test(key) && key.length <= longest) return null;
  return {
    status: 'error',
    message: `"${key.slice(0, longest)}" cannot be the key of a secret`,
    hint: `use letters, digits, _ and -, at most ${longest} of them`,
  };
}

/** The storage measures what is not text as JSON. */
function valueFault(key: string, value: unknown): Fault | null {
  const { v1, v2 } = limits.secretValue;
  const { length } = typeof value === 'string' ? value : JSON.stringify(value);
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
