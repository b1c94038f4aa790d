import { type Limits, limitSource, limitsOf } from '../platform/limits.ts';
import { isSecretKey, type Secret, secretLength } from './secret.ts';

/** Why a list of secrets cannot be used; a warning is about one that v1 alone does not hold. */
export interface SecretFault {
  /** The place in the list. */
  path: [index: number, part: 'key' | 'value'];
  severity: 'error' | 'warning';
  message: string;
  hint: string;
}

/**
 * All that the platform's secret storage would not hold; `tightened` limits stand in for its own. Values are never
 * shown.
 */
export function faultsOfSecrets(secrets: readonly Secret[], tightened: Partial<Limits> = {}): SecretFault[] {
  const limits = { v1: limitsOf('v1', tightened), v2: limitsOf('v2', tightened) };
  const keys = secrets.map(({ key }) => key);
  return secrets.flatMap(({ key, value }, at) =>
    [keyFault(key, at, limits), repeated(key, at, keys), valueFault(key, value, at, limits)].filter(
      (fault) => fault !== undefined,
    ),
  );
}

type Both = Record<'v1' | 'v2', Limits>;

function keyFault(key: string, at: number, { v2 }: Both): SecretFault | undefined {
  const longest = v2.secretKey;
  if (isSecretKey(key, longest)) return undefined;
  return {
    path: [at, 'key'],
    severity: 'error',
    message: `"${key.slice(0, longest)}" in settings.json cannot be the key of a secret (${limitSource('secretKey', 'v2', longest)})`,
    hint: `use letters, digits, _ and -, at most ${longest} of them`,
  };
}

function repeated(key: string, at: number, keys: readonly string[]): SecretFault | undefined {
  if (keys.indexOf(key) === at) return undefined;
  return {
    path: [at, 'key'],
    severity: 'error',
    message: `the secret "${key}" is in settings.json more than once`,
    hint: 'keep one of them',
  };
}

function valueFault(key: string, value: unknown, at: number, limits: Both): SecretFault | undefined {
  const length = secretLength(value);
  const [v1, v2] = [limits.v1.secretValue, limits.v2.secretValue];
  if (length <= v1) return undefined;
  return {
    path: [at, 'value'],
    severity: length > v2 ? 'error' : 'warning',
    message: `the secret "${key}" in settings.json has ${length} characters; the limit is ${v1} on v1 and ${v2} on v2 (${limitSource('secretValue', 'v2', v2)})`,
    hint: 'split it, or keep only what the function needs',
  };
}
