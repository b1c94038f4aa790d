import type { Finding } from '../errors.ts';
import type { Settings } from '../project/settings.ts';

/** Shorter values are words that stand in texts anyway, such as `true` or a port. */
const shortest = 6;

/** What a text is part of. */
type Text = 'answer' | 'log' | 'error' | 'request';

const place: Record<Text, string> = {
  answer: 'the answer',
  log: 'a log entry',
  error: 'the error',
  request: 'a request',
};

/** Takes the values of secrets out of texts, and remembers where it met which. */
export interface Scrubber {
  /** The text without the values; `where` is what the finding calls the text. */
  scrub(text: string, where: Text): string;
  findings(): Finding[];
}

interface Value {
  key: string;
  text: string;
}

/**
 * A maker of scrubbers for the secrets of a project, and those that a call has updated: records go into reports, and
 * reports go to CI servers and chats.
 * An object's texts count one by one, and each also as it stands in JSON, in a URL and in base64.
 */
export function scrubberOf(
  secrets: Settings['secrets'],
): (updated?: ReadonlyMap<string, unknown>) => Scrubber {
  const values = secrets.flatMap(({ key, value }) => valuesOf(key, value));
  return (updated = new Map()) =>
    newScrubber([...values, ...[...updated].flatMap(([key, value]) => valuesOf(key, value))]);
}

function valuesOf(key: string, value: unknown): Value[] {
  return textsOf(value).map((text) => ({ key, text }));
}

function newScrubber(values: Value[]): Scrubber {
  const met = new Map<string, { key: string; where: Text }>();
  return {
    scrub(text, where) {
      let clean = text;
      for (const { key, text: value } of values) {
        if (!clean.includes(value)) continue;
        clean = clean.replaceAll(value, `[secret ${key}]`);
        met.set(`${where} ${key}`, { key, where });
      }
      return clean;
    },
    findings: () => [...met.values()].flatMap(({ key, where }) => complain(key, where)),
  };
}

/** Of a request nobody but its receiver learns; that a credential goes there is what it is for. */
function complain(key: string, where: Text): Finding[] {
  if (where === 'request') return [];
  return [
    {
      code: 'leaked-secret',
      severity: 'error',
      message: `the value of the secret "${key}" stands in ${place[where]}`,
      hint: 'leave it out: answers reach consumers, logs are kept for 30 days (developers.liveperson.com/liveperson-functions-foundations-limitations.html)',
    },
  ];
}

function textsOf(value: unknown): string[] {
  if (typeof value === 'object' && value !== null) return Object.values(value).flatMap(textsOf);
  if (typeof value !== 'string' || value.length < shortest) return [];
  const bytes = Buffer.from(value);
  // By way of its bytes: half a surrogate pair cannot be encoded.
  const whole = bytes.toString();
  const inJson = JSON.stringify(value).slice(1, -1);
  const encoded = [encodeURI(whole), encodeURIComponent(whole), bytes.toString('base64')];
  return [...new Set([value, inJson, ...encoded])];
}
