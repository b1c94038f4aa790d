import type { Finding } from '../errors.ts';
import { mapData } from '../payload/compose/map-data.ts';
import type { Settings } from '../project/settings.ts';
import { shortest, textsOfSecret } from './secret-texts.ts';
import { withoutBeginnings } from './quotation.ts';

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
  /** JSON data without the values, be they texts, keys, numbers or data themselves; `json` where its text is known. */
  scrubData(value: unknown, where: Text, json?: string): unknown;
  /** The finding without the values, nor the beginning of one where its words were cut. */
  scrubFinding(finding: Finding): Finding;
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
  return textsOfSecret(value).map((text) => ({ key, text }));
}

/** What takes more than one text or number to spell in JSON. */
const compound = /[[\]{},:"]/;

function newScrubber(known: Value[]): Scrubber {
  // A value may be part of another.
  const values = known.toSorted((one, other) => other.text.length - one.text.length);
  const met = new Map<string, { key: string; where: Text }>();
  const cuttable = values.map(({ key, text }) => ({ text, instead: `[secret ${key}]` }));
  const standIn = ({ key }: Value, where: Text): string => {
    met.set(`${where} ${key}`, { key, where });
    return `[secret ${key}]`;
  };
  const scrub = (text: string, where: Text, left = values): string => {
    const at = left.findIndex((value) => text.includes(value.text));
    const value = left[at];
    if (!value) return text;
    const parts = text.split(value.text).map((part) => scrub(part, where, left.slice(at + 1)));
    return parts.join(standIn(value, where));
  };
  // Where a value stands is told of what a finding is about, not of its words.
  const words = (text: string): string => withoutBeginnings(scrub(text, 'request'), cuttable, shortest);
  return {
    scrub: (text, where) => scrub(text, where),
    scrubData(data, where, json = JSON.stringify(data)) {
      const there = values.filter(({ text }) => json.includes(text));
      if (there.length === 0) return data;
      const compounds = there.filter(({ text }) => compound.test(text));
      const text = (each: string): string => scrub(each, where);
      // Only as a whole: some of the digits of a larger number are no secret.
      const number = (each: number): unknown => {
        const value = values.find((one) => one.text === String(each));
        return value ? standIn(value, where) : each;
      };
      const whole = (mapped: unknown): unknown => {
        const value = compounds.find((one) => JSON.stringify(mapped).includes(one.text));
        return value ? standIn(value, where) : mapped;
      };
      return mapData(data, { text, key: text, number, whole });
    },
    scrubFinding(finding) {
      return {
        ...finding,
        message: words(finding.message),
        hint: words(finding.hint),
        ...(finding.path !== undefined && { path: words(finding.path) }),
      };
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
