import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { EmulatorError } from '../errors.ts';
import { findProject, isFile } from './find.ts';
import { newNameFault } from './names.ts';
import { placeFiles } from './place-files.ts';
import { settingsNamed, templateFiles, templateSettings, type TemplateFile } from './templates.ts';

/** A function that was just created. Paths are relative to the project's root. */
export interface Created {
  root: string;
  /** Whether there was no project, so that `functions/` is new too. */
  startedProject: boolean;
  written: string[];
  /** Shared files that came along because the project did not have them. */
  shared: string[];
  /** Shared files that the project has in another version; they were left as they are. */
  kept: string[];
  /** What the template wants of the project's own settings, whether they have it or not; nothing of new ones. */
  wants: { secrets: string[]; whitelist: string[] };
}

/**
 * Copies a template into the project around `cwd`, or starts a project there: the one place that writes into
 * `functions/`. All of it appears or nothing does, and nothing that exists is touched.
 * Throws `bad-function-name`, `unknown-template` and `already-exists`.
 */
export function createFunction(cwd: string, template: string, name: string): Created {
  assertName(name);
  const { own, shared } = templateFiles(template, name);
  const found = findProject(cwd);
  const root = found ?? cwd;
  const functions = join(root, 'functions');
  if (found !== undefined) assertFree(functions, name);
  const missing = shared.filter(({ path }) => !isFile(join(functions, path)));
  const kept = shared.filter(
    (file) => !missing.includes(file) && readFileSync(join(functions, file.path), 'utf8') !== file.text,
  );
  // A project's own secrets are its own business: only a project without the file gets the templates' placeholders.
  const settings = [templateSettings()].filter(({ path }) => !isFile(join(functions, path)));
  placeFiles(functions, name, own, [...missing, ...settings]);
  return {
    root,
    startedProject: found === undefined,
    written: shown([...own, ...settings]),
    shared: shown(missing),
    kept: shown(kept),
    wants: settings.length > 0 ? { secrets: [], whitelist: [] } : settingsNamed([...own, ...shared]),
  };
}

function assertName(name: string): void {
  const fault = newNameFault(name);
  if (!fault) return;
  throw new EmulatorError({
    code: 'bad-function-name',
    message: `"${name}" cannot name a function: it ${fault}`,
    hint: 'use letters, digits and underscores, such as orderStatus',
  });
}

function assertFree(functions: string, name: string): void {
  const taken = readdirSync(functions).find((entry) => entry.toLowerCase() === name.toLowerCase());
  if (taken === undefined) return;
  throw new EmulatorError({
    code: 'already-exists',
    message: `functions/${taken} exists already; nothing was written`,
    hint: 'choose another name, or remove that folder first',
    where: { file: `functions/${taken}` },
  });
}

function shown(files: TemplateFile[]): string[] {
  return files.map(({ path }) => `functions/${path}`);
}
