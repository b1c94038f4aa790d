import { mapData } from '../../../payload/compose/map-data.ts';
import type { Mock } from '../../../payload/mock/mock.ts';
import type { OutboundRequest } from '../../../services/exchange.ts';
import { partsOfBasic } from './credentials.ts';
import { type IsSensitive, isTelling } from './sensitive.ts';
import { type Found, scrubData, scrubText } from './text.ts';
import { type SecretValues, inAnswer, inRequest } from './values.ts';

/** Learns what the headers of a request give away; they themselves are not recorded. */
export function learnHeaders(
  { headers }: Pick<OutboundRequest, 'headers'>,
  isSensitive: IsSensitive,
  values: SecretValues,
): void {
  for (const [name, value] of Object.entries(headers)) {
    if (!isSensitive(name, value)) continue;
    values.learn(value);
    for (const part of value.split(/[\s,;]+/))
      values.learn(part.replace(/^[^=]*=(?=.)/, '').replaceAll('"', ''));
    for (const part of partsOfBasic(/^Basic\s+(\S+)/i.exec(value)?.[1] ?? '')) values.learn(part);
  }
}

/** The mock with every sensitive field replaced by its name; what was there is learnt. */
export function scrubNames(mock: Mock, isSensitive: IsSensitive, values: SecretValues): Mock {
  const learn = learnInto(values);
  const asked = (value: unknown): unknown => scrubData(value, isSensitive, inRequest, learn);
  const answered = (value: unknown): unknown => scrubData(value, isSensitive, inAnswer, learn);
  const { query, requestBody, headers, body } = mock;
  return {
    ...mock,
    url: scrubText(mock.url, isSensitive, inRequest, learn),
    ...(query && { query: asked(query) as NonNullable<Mock['query']> }),
    ...(requestBody !== undefined && { requestBody: asked(requestBody) }),
    ...(headers && { headers: scrubHeaders(headers, isSensitive, values) }),
    ...(body !== undefined && { body: answered(body) }),
  };
}

function learnInto(values: SecretValues): Found {
  return (value, name) => {
    if (name === undefined || isTelling(name, value)) values.learn(value);
  };
}

/** A cookie keeps its name and its attributes: a function may go by them. */
function scrubHeaders(
  headers: NonNullable<Mock['headers']>,
  isSensitive: IsSensitive,
  values: SecretValues,
): NonNullable<Mock['headers']> {
  const learn = learnInto(values);
  const cookie = (line: string): string =>
    line.replace(/(?<==)[^;]*/, (value) => {
      learn(value);
      return inAnswer;
    });
  const scrub = (name: string, value: string): string => {
    if (name === 'set-cookie') return cookie(value);
    if (!isSensitive(name, value)) return scrubText(value, isSensitive, inAnswer, learn);
    learn(value, name);
    return inAnswer;
  };
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.map((one) => scrub(name, one)) : scrub(name, value),
    ]),
  );
}

/** The mock with every value that is known by now replaced, wherever it stands. */
export function scrubValues(mock: Mock, values: SecretValues): Mock {
  const { url, query, requestBody, base64, ...rest } = mock;
  const asked = (value: unknown): unknown => replaceAll(value, values, inRequest);
  const answered = (value: unknown): unknown => replaceAll(value, values, inAnswer);
  return {
    ...(answered(rest) as typeof rest),
    url: asked(url) as string,
    ...(query && { query: asked(query) as NonNullable<Mock['query']> }),
    ...(requestBody !== undefined && { requestBody: asked(requestBody) }),
    ...(base64 !== undefined && { base64: cleanBytes(base64, values) }),
  };
}

function replaceAll(data: unknown, values: SecretValues, by: string): unknown {
  return mapData(data, {
    text: (text) => values.replaceIn(text, by),
    key: (key) => values.replaceInName(key, by),
    number: (number) => (values.standIn(String(number)) ? by : number),
  });
}

/** Bytes in which a value stands are replaced byte for byte as text: what else they are stays. */
function cleanBytes(base64: string, values: SecretValues): string {
  const text = Buffer.from(base64, 'base64').toString('latin1');
  return values.standIn(text)
    ? Buffer.from(values.replaceIn(text, inAnswer), 'latin1').toString('base64')
    : base64;
}
