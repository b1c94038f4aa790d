import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { EmulatorError } from '../errors.ts';
import { eventById, type PlatformEvent } from '../platform/events.ts';
import { toolbelt } from '../platform/modules.ts';
import { packageRoot } from '../platform/package-root.ts';
import { didYouMean } from '../platform/suggest.ts';
import { isFile } from './find.ts';
import { libraryFolder } from './names.ts';

/** One file to copy: where it goes, relative to `functions/`, and what it holds. */
export interface TemplateFile {
  path: string;
  text: string;
}

/** Names of the templates that come with this package, sorted: its own functions written in TypeScript. */
function templateNames(folder = packageRoot()): string[] {
  const functions = join(folder, 'functions');
  return readdirSync(functions)
    .filter((name) => ['index.ts', 'config.json'].every((file) => isFile(join(functions, name, file))))
    .toSorted();
}

/**
 * Every file that a copy of `template` under the name `name` consists of, `config.json` renamed with it, and what it
 * needs of the shared library. Throws `unknown-template`.
 */
export function templateFiles(
  template: string,
  name: string,
): { own: TemplateFile[]; shared: TemplateFile[] } {
  const functions = join(packageRoot(), 'functions');
  assertTemplate(template);
  const own = readFiles(functions, template).map(({ path, text }) => ({
    path: name + path.slice(template.length),
    text: path === `${template}/config.json` ? renamed(text, template, name) : text,
  }));
  return { own, shared: sharedFiles(own, readFiles(functions, libraryFolder)) };
}

/** Of the shared library what `own` needs, by way of other shared files too, and the types of modules that it names. */
function sharedFiles(own: readonly TemplateFile[], library: readonly TemplateFile[]): TemplateFile[] {
  const needed = new Set<TemplateFile>();
  const visit = (file: TemplateFile): void => {
    const wanted = importsOf(file);
    for (const each of library) {
      if (needed.has(each) || !modulesOf(each).some((name) => wanted.has(name))) continue;
      needed.add(each);
      visit(each);
    }
  };
  own.forEach(visit);
  return library.filter((file) => needed.has(file));
}

/** What a file imports: files by their path below `functions/` without an ending, modules by their name. */
function importsOf({ path, text }: TemplateFile): Set<string> {
  const named = [...text.matchAll(/\b(?:from|import) '([^']+)'/g)].map(([, name = '']) => name);
  // Who starts from a template may write for v1 alone as well: the types of its toolbelt come with those of v2's.
  if (named.includes(toolbelt.v2)) named.push(toolbelt.v1);
  return new Set(named.map((name) => (name.startsWith('.') ? join(path, '..', name) : name)).map(slashed));
}

/** What imports call a file: by its path, or by the modules that it declares. */
function modulesOf({ path, text }: TemplateFile): string[] {
  if (!path.endsWith('.d.ts')) return [path.replace(/\.ts$/, '')];
  return [...text.matchAll(/^declare module '([^']+)'/gm)].map(([, name = '']) => name);
}

function slashed(path: string): string {
  return path.replaceAll('\\', '/');
}

/** The settings that templates read their secrets from, every value a placeholder. */
export function templateSettings(): TemplateFile {
  const path = 'settings.json';
  return { path, text: readFileSync(join(packageRoot(), 'functions', path), 'utf8') };
}

/** What of the templates' settings these files name: keys of secrets, entries of the allowlist. */
export function settingsNamed(files: readonly TemplateFile[]): { secrets: string[]; whitelist: string[] } {
  const code = files.filter(({ path }) => /\.(ts|json)$/.test(path)).map(({ text }) => text);
  const isNamed = (name: string): boolean => code.some((text) => text.includes(name));
  const { secrets, whitelist } = JSON.parse(templateSettings().text) as {
    secrets: { key: string }[];
    whitelist: string[];
  };
  return { secrets: secrets.map(({ key }) => key).filter(isNamed), whitelist: whitelist.filter(isNamed) };
}

/** Throws `unknown-template`; the word endpoint, which makes no function, is among what may have been meant. */
export function assertTemplate(template: string): void {
  const names = templateNames();
  if (names.includes(template)) return;
  const event = eventById(template);
  if (event) throw eventForTemplate(event);
  throw new EmulatorError({
    code: 'unknown-template',
    message: `no template named "${template}".${didYouMean(template, ['endpoint', ...names])}`,
    hint: `the templates are ${names.join(', ')}; endpoint makes a Custom Endpoint`,
  });
}

function eventForTemplate({ id, name, template }: PlatformEvent): EmulatorError {
  return new EmulatorError({
    code: 'unknown-template',
    message: `"${id}" is an event, and no template`,
    hint: `the template for ${name} is ${template}`,
  });
}

function readFiles(functions: string, folder: string): TemplateFile[] {
  return readdirSync(join(functions, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return readFiles(functions, path);
    return [{ path, text: readFileSync(join(functions, path), 'utf8') }];
  });
}

/** Only the name changes: the rest stays as the template lays it out. */
function renamed(config: string, template: string, name: string): string {
  return config.replace(`"name": "${template}"`, `"name": "${name}"`);
}
