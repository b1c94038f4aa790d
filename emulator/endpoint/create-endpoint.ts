import { existsSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Bundle } from '../bundle/bundle.ts';
import { bundleOne } from '../bundle/bundle-one.ts';
import { EmulatorError } from '../errors.ts';
import { libraries } from '../platform/modules.ts';
import { findProject } from '../project/find.ts';
import { loadOne } from '../project/load-one.ts';
import { placeFiles } from '../project/place-files.ts';
import { assertBotFunction } from './bot-function.ts';
import { type Around, endpointFiles } from './endpoint-files.ts';
import { secretVariable } from './service/toolbelt.ts';

/** An endpoint that was just created. Paths are relative to the project's root. */
export interface CreatedEndpoint {
  root: string;
  folder: string;
  written: string[];
}

/**
 * Writes `endpoints/<name>` into the project around `cwd`, or beside `cwd` where there is none: all of it or nothing, and
 * nothing that exists is touched. Throws `bad-usage` for a name that cannot be, `already-exists`, `cannot-write`, and what
 * is wrong with the function.
 */
export async function createEndpoint(
  cwd: string,
  name: string,
  functionName: string | undefined,
): Promise<CreatedEndpoint> {
  assertName(name);
  const root = findProject(cwd) ?? cwd;
  assertFree(root, name);
  const files = endpointFiles(
    name,
    functionName === undefined ? undefined : await aroundOf(root, functionName),
  );
  placeFiles(join(root, 'endpoints'), name, files, []);
  return { root, folder: `endpoints/${name}`, written: files.map(({ path }) => `endpoints/${path}`) };
}

function assertName(name: string): void {
  if (/^[A-Za-z][\w-]{0,63}$/.test(name)) return;
  throw new EmulatorError({
    code: 'bad-usage',
    message: `"${name}" cannot name an endpoint`,
    hint: 'begin with a letter, and go on with letters, digits, hyphens and underscores, such as order-bot',
  });
}

function assertFree(root: string, name: string): void {
  const file = `endpoints/${name}`;
  if (!existsSync(join(root, file))) return;
  throw new EmulatorError({
    code: 'already-exists',
    message: `${file} exists already; nothing was written`,
    hint: 'choose another name, or remove that folder first',
    where: { file },
  });
}

async function aroundOf(root: string, name: string): Promise<Around> {
  const { source, settings } = loadOne(root, name);
  assertBotFunction(source);
  // A bundle tells which libraries are loaded, by whatever file; and a function that cannot be bundled has no endpoint.
  const bundle = await bundleOne(root, source);
  const secrets = settings.secrets.filter(({ key }) => bundle.code.includes(key));
  const variables = source.config.environmentVariables.map(({ key, value }) => [key, value]);
  return {
    function: name,
    source: `../../../${relative(root, source.entry).replaceAll('\\', '/')}`,
    variables: {
      ...(Object.fromEntries(variables) as Record<string, string>),
      ...Object.fromEntries(secrets.map(({ key }) => [secretVariable(key), ''])),
    },
    generation: bundle.generation,
    libraries: librariesIn(bundle),
  };
}

function librariesIn({ imports, code }: Bundle): string[] {
  const named =
    imports ?? [...code.matchAll(/(?:\bfrom|\brequire\()\s*['"]([^'"]+)['"]/g)].map(([, name]) => name);
  const all = new Set<string | undefined>(named);
  return [...new Set([...libraries.v1, ...libraries.v2])].filter((name) => all.has(name));
}
