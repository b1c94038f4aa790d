import { limits } from '../platform/limits.ts';
import { isSecretKey, type Secret, secretLength } from './secret.ts';

/** Why a list of secrets cannot be used; `path` is the place in the list. */
export interface SecretFault {
  path: [index: number, part: 'key' | 'value'];
  message: string;
  hint: string;
}

const { secretKey, secretValue } = limits;
const longestKey = Math.max(secretKey.v1, secretKey.v2);
const longestValue = Math.max(secretValue.v1, secretValue.v2);

/**
 * The first thing that no generation of the platform would hold; `undefined` where there is none. What only v1 does not
 * hold cannot be read there, and `doctor` says so. Values are never shown.
 */
export function faultOfSecrets(secrets: readonly Secret[]): SecretFault | undefined {
  const keys = secrets.map(({ key }) => key);
  return secrets
    .map(({ key, value }, at) => keyFault(key, at) ?? repeated(key, at, keys) ?? valueFault(key, value, at))
    .find((fault) => fault !== undefined);
}

function keyFault(key: string, at: number): SecretFault | undefined {
  if (isSecretKey(key, longestKey)) return undefined;
  return {
    path: [at, 'key'],
    message: `"${key.slice(0, longestKey)}" in settings.json cannot be the key of a secret (${secretKey.source.v2})`,
    hint: `use letters, digits, _ and -, at most ${longestKey} of them`,
  };
}

function repeated(key: string, at: number, keys: readonly string[]): SecretFault | undefined {
  if (keys.indexOf(key) === at) return undefined;
  return {
    path: [at, 'key'],
    message: `the secret "${key}" is in settings.json more than once`,
    hint: 'keep one of them',
  };
}

function valueFault(key: string, value: unknown, at: number): SecretFault | undefined {
  const length = secretLength(value);
  if (length <= longestValue) return undefined;
  const { v1, v2, source } = secretValue;
  return {
    path: [at, 'value'],
    message: `the secret "${key}" in settings.json has ${length} characters; the platform takes ${v1} on v1 and ${v2} on v2 (${source.v2})`,
    hint: 'split it, or keep only what the function needs',
  };
}
