import { mkdirSync, mkdtempSync, renameSync, rmdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { EmulatorError } from '../errors.ts';
import { cannotWrite } from './cannot-write.ts';
import { shownPath } from './json-file.ts';
import type { TemplateFile } from './templates.ts';

/**
 * Puts a new function, or an endpoint, and what it shares into `folder`, which holds one folder for each: written beside
 * the target first and then moved, so that the target only ever appears whole, and taken back when anything fails.
 * Throws `already-exists` and `cannot-write`.
 */
export function placeFiles(folder: string, name: string, own: TemplateFile[], shared: TemplateFile[]): void {
  const undo: (() => void)[] = [];
  try {
    makeFolder(folder, undo);
    const stage = mkdtempSync(join(folder, '.new-'));
    undo.push(() => rmSync(stage, { recursive: true }));
    for (const { path, text } of [...own, ...shared]) {
      mkdirSync(dirname(join(stage, path)), { recursive: true });
      writeFileSync(join(stage, path), text);
    }
    for (const { path } of shared) {
      makeFolder(dirname(join(folder, path)), undo);
      renameSync(join(stage, path), join(folder, path));
      undo.push(() => rmSync(join(folder, path)));
    }
    renameSync(join(stage, name), join(folder, name));
    rmSync(stage, { recursive: true });
  } catch (error) {
    for (const step of undo.toReversed()) step();
    throw explained(folder, name, error as NodeJS.ErrnoException);
  }
}

/** Makes `folder` and those above it, as far as they are missing; undone from the innermost outwards. */
function makeFolder(folder: string, undo: (() => void)[]): void {
  const outermost = mkdirSync(folder, { recursive: true });
  if (outermost === undefined) return;
  const made = [folder];
  while (made[0] !== undefined && made[0] !== outermost) made.unshift(dirname(made[0]));
  undo.push(...made.map((each) => () => rmdirSync(each)));
}

function explained(folder: string, name: string, error: NodeJS.ErrnoException & { dest?: string }): unknown {
  if (error.dest === join(folder, name) && (error.code === 'ENOTEMPTY' || error.code === 'EEXIST')) {
    const file = `${basename(folder)}/${name}`;
    return new EmulatorError({
      code: 'already-exists',
      message: `${file} exists already; nothing was written`,
      hint: 'choose another name, or remove that folder first',
      where: { file },
    });
  }
  const shown = shownPath(dirname(folder), error.path ?? folder);
  return cannotWrite(shown, error, 'nothing was left behind');
}
