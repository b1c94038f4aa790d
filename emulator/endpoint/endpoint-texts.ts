import type { SettingRow } from './service/setting-rows.ts';
import { settingRows } from './service/setting-rows.ts';

const rows = Object.entries<SettingRow>(settingRows);

/** Every setting of the service as a table in Markdown. */
export function settingsTable(): string {
  const lines = rows.map(([name, { what, otherwise }]) => {
    const usual = otherwise === undefined ? '**required**' : otherwise ? `\`${otherwise}\`` : 'none';
    return `| \`${name}\` | ${usual} | ${what} |`;
  });
  return ['| variable | without it | what it is |', '| --- | --- | --- |', ...lines].join('\n');
}

/**
 * Every setting as a file of environment variables: what is required to be filled in, the rest as it is without it, and
 * `own`, what the function finds there.
 */
export function environmentExample(own: Readonly<Record<string, string>>): string {
  const lines = rows.flatMap(([name, { what, otherwise }]) => [
    `# ${what}`,
    otherwise === undefined || name === 'SENTINEL_URL' ? `${name}=` : `# ${name}=${otherwise ?? ''}`,
  ]);
  const given = Object.entries(own).map(([name, value]) => `${name}=${value}`);
  const more =
    given.length > 0 ? ['# what the function finds in its environment, secrets among it', ...given] : [];
  return `${[...lines, ...more].join('\n')}\n`;
}
