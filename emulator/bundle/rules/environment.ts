import { platformEnvironment } from '../../platform/environment.ts';
import { type Limits, limitSource } from '../../platform/limits.ts';
import type { Generation } from '../../platform/generations.ts';
import type { FunctionConfig } from '../../project/config.ts';
import type { Complaint } from './complaint.ts';
import { knownCredential, likelyCredential } from './credential-patterns.ts';

type Variable = FunctionConfig['environmentVariables'][number];

const list = 'environmentVariables';

/** Number, names and values of the environment variables against the platform's limits. */
export function environmentRule(
  config: FunctionConfig,
  generation: Generation,
  inForce: Limits,
): Complaint[] {
  const variables = config.environmentVariables;
  return [
    ...tooMany(variables, generation, inForce),
    ...variables.flatMap((variable) => [
      ...badKey(variable, variables, generation, inForce),
      ...badValue(variable, generation, inForce),
    ]),
  ];
}

function tooMany(
  variables: Variable[],
  generation: Generation,
  { environmentVariables: limit }: Limits,
): Complaint[] {
  if (variables.length <= limit) return [];
  const message = `${variables.length} environment variables; ${generation} takes ${limit} (${limitSource(list, generation, limit)})`;
  return [complaint(message, 'leave out what the function does not read', [list])];
}

function badKey(
  variable: Variable,
  all: Variable[],
  generation: Generation,
  { environmentKey: limit }: Limits,
): Complaint[] {
  const { key } = variable;
  const path = [list, key];
  const same = all.filter((other) => other.key === key);
  // Their name is judged once.
  if (same[0] !== variable) return [];
  if (Object.hasOwn(platformEnvironment[generation], key) && key !== 'TZ') {
    return [
      complaint(
        `"${key}" is a name that the platform sets itself on ${generation}`,
        'choose another name',
        path,
      ),
    ];
  }
  if (same.length > 1) {
    return [complaint(`the environment variable "${key}" is there more than once`, 'keep one of them', path)];
  }
  if (key.length <= limit) return [];
  const message = `the name of an environment variable has ${key.length} characters; ${generation} takes ${limit} (${limitSource('environmentKey', generation, limit)})`;
  return [complaint(message, 'shorten it', path)];
}

function badValue(
  { key, value }: Variable,
  generation: Generation,
  { environmentValue: limit }: Limits,
): Complaint[] {
  const path = [list, key];
  if (value.length > limit) {
    const message = `the value of "${key}" has ${value.length} characters; ${generation} takes ${limit} (${limitSource('environmentValue', generation, limit)})`;
    return [complaint(message, 'shorten it, or store it as a secret', path)];
  }
  if (knownCredential(value) === null && !likelyCredential(key, value)) return [];
  return [
    {
      code: 'credential',
      severity: 'warning',
      message: `the value of the environment variable "${key}" (${value.length} characters) looks like a credential`,
      hint: 'store it as a secret in the Functions UI and read it with Toolbelt.SecretClient()',
      path,
    },
  ];
}

function complaint(message: string, hint: string, path: string[]): Complaint {
  return { code: 'bad-environment', severity: 'error', message, hint, path };
}
