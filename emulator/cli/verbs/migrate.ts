import { migrateFunctions, type Migration } from '../../bundle/migrate/migrate.ts';
import { settingsChanges } from '../../bundle/migrate/settings.ts';
import { EmulatorError } from '../../errors.ts';
import { loadProject } from '../../project/load.ts';
import type { BrokenFunction } from '../../project/project.ts';
import { isReady, migrationJson, migrationText } from '../../report/migration-report.ts';
import { exits } from '../main.ts';
import type { Terminal } from '../terminal.ts';

/** Flags of `lpf-bundle migrate`. */
export interface MigrateOptions {
  check?: true;
  json?: true;
}

/** `lpf-bundle migrate --check`: what is to be changed on the way to v2. Returns 1 when something is left to do. */
export async function migrate(terminal: Terminal, names: string[], options: MigrateOptions): Promise<number> {
  if (!options.check) throw onlyCheck();
  const project = loadProject(terminal.cwd, names.length > 0 ? names : undefined);
  const looked = await migrateFunctions(project.root, project.functions);
  const migrations = [...looked, ...project.broken.map(broken)].toSorted(byName);
  const ofV1 = looked.some(({ generation }) => generation === 'v1');
  const report = { migrations, settings: ofV1 ? settingsChanges(project) : [] };
  terminal.out(options.json ? migrationJson(report) : migrationText(report, terminal.colour));
  return isReady(report) ? exits.good : exits.short;
}

function broken({ name, findings }: BrokenFunction): Migration {
  return {
    function: name,
    generation: null,
    file: `functions/${name}`,
    changes: [],
    looked: false,
    findings,
  };
}

function byName({ function: one }: Migration, { function: other }: Migration): number {
  return one < other ? -1 : Number(one > other);
}

function onlyCheck(): EmulatorError {
  return new EmulatorError({
    code: 'bad-usage',
    message: 'migrate changes nothing; it only checks',
    hint: 'lpf-bundle migrate --check lists what to change; a function named migrate is bundled by: lpf-bundle -- migrate',
  });
}
