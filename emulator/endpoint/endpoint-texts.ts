import { environmentLine, isQuoted } from './environment-line.ts';
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
 * Every setting as a file of environment variables: what is required to be filled in, but for `botId` where that is
 * known, the rest as it is without it, and `own`, what the function finds there.
 */
export function environmentExample(own: Readonly<Record<string, string>>, botId = ''): string {
  const lines = rows.flatMap(([name, { what, otherwise }]) => [
    `# ${what}`,
    otherwise === undefined || name === 'SENTINEL_URL'
      ? `${name}=${name === 'BOT_ID' ? botId : ''}`
      : `# ${name}=${otherwise ?? ''}`,
  ]);
  return `${[...lines, ...ownLines(own)].join('\n')}\n`;
}

function ownLines(own: Readonly<Record<string, string>>): string[] {
  const given = Object.entries(own).map(([name, value]) => ownLine(name, value));
  if (given.length === 0) return [];
  const quotes = given.some(isQuoted)
    ? ['# quotes are for node --env-file; docker run --env-file takes them as part of the value']
    : [];
  return ['# what the function finds in its environment, secrets among it', ...quotes, ...given];
}

/** A name of the function's own must not set up the service, nor a value bring along another line. */
function ownLine(name: string, value: string): string {
  if (Object.hasOwn(settingRows, name)) {
    return `# ${name} is left out: it is a setting of the service, and the function finds that`;
  }
  const left = `# ${JSON.stringify(name)} is left out: it cannot be written in such a file, set it where the service runs`;
  return environmentLine(name, value) ?? left;
}
