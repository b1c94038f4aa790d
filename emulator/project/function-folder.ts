import { join } from 'node:path';
import { isEmulatorError, type Finding } from '../errors.ts';
import { configKeys, configSchema, type FunctionConfig } from './config.ts';
import { isFile } from './find.ts';
import type { FunctionSource } from './function-source.ts';
import { misspeltKeys } from './misspelt-keys.ts';
import { placeOf, readJson, type JsonFile } from './json-file.ts';
import { badName, nameFault } from './names.ts';

/** What a folder in `functions/` turned out to hold. */
export interface FunctionFolder {
  name: string;
  /** The name in `config.json`, which ought to be the folder's; `null` where it cannot be read. */
  claims: string | null;
  /** `null` where there are findings. */
  source: FunctionSource | null;
  findings: Finding[];
}

/** Reads the folder of one function of the project at `root`. */
export function readFolder(root: string, name: string): FunctionFolder {
  const folder = join(root, 'functions', name);
  const entry = ['index.ts', 'index.js'].map((file) => join(folder, file)).find(isFile);
  const { config, findings } = readConfig(configFile(root, name), name);
  const all = [...nameFindings(name), ...(entry ? [] : [noEntry(name)]), ...findings];
  const source = entry && config && all.length === 0 ? { name, folder, entry, config } : null;
  return { name, claims: config?.name ?? null, source, findings: all };
}

/** The `config.json` of a function of the project at `root`. */
export function configFile(root: string, name: string): JsonFile {
  const path = join(root, 'functions', name, 'config.json');
  const hint =
    'config.json needs "name" (the folder\'s) and "description", and may have "event", "input" and "environmentVariables"';
  return { path, root, code: 'bad-config', hint };
}

/** Keys in the `config.json` of a function that look like a slip of the pen; each is a warning. */
export function configDoubts(root: string, name: string): Finding[] {
  return misspeltKeys(configFile(root, name), configKeys);
}

function readConfig(file: JsonFile, name: string): { config: FunctionConfig | null; findings: Finding[] } {
  try {
    const config = readJson(file, configSchema);
    return { config, findings: config.name === name ? [] : [misnamed(file, name, config.name)] };
  } catch (error) {
    if (!isEmulatorError(error)) throw error;
    return { config: null, findings: [error.finding] };
  }
}

function nameFindings(name: string): Finding[] {
  const fault = nameFault(name);
  return fault ? [{ ...badName(name, fault), where: { file: `functions/${name}` } }] : [];
}

function noEntry(name: string): Finding {
  return {
    code: 'file-not-found',
    severity: 'error',
    message: `functions/${name} holds neither index.ts nor index.js`,
    hint: 'add one that declares a function named lambda, or remove the folder',
    where: { file: `functions/${name}` },
  };
}

function misnamed(file: JsonFile, name: string, claimed: string): Finding {
  return {
    code: 'bad-config',
    severity: 'error',
    message: `the folder is named "${name}" but its config.json says "${claimed}"`,
    hint: 'give both the same name: lpf and the platform find a function by it',
    where: placeOf(file, ['name']),
  };
}
