import type { Mock } from '../../../payload/mock.ts';
import type { OutboundRequest } from '../../../services/exchange.ts';
import type { IsSensitive } from './sensitive.ts';
import { scrubData, scrubText } from './text.ts';
import type { SecretValues } from './values.ts';

/** What stands for a value in a request: it matches any, so that the recording goes on answering. */
const inRequest = '*';

/** What stands for a value in an answer: plain enough to be part of a URL. */
const inAnswer = 'scrubbed';

/** The first word of an Authorization header. */
const scheme = /^(basic|bearer|digest|oauth)$/i;

/** Learns what the headers of a request give away; they themselves are not recorded. */
export function learnHeaders(
  { headers }: Pick<OutboundRequest, 'headers'>,
  isSensitive: IsSensitive,
  values: SecretValues,
): void {
  for (const [name, value] of Object.entries(headers)) {
    if (!isSensitive(name)) continue;
    values.learn(value);
    for (const part of value.split(/[\s,;]+/).filter((each) => !scheme.test(each)))
      values.learn(part.replace(/^[^=]*=(?=.)/, '').replaceAll('"', ''));
    const basic = /^Basic\s+(\S+)/i.exec(value)?.[1];
    if (basic === undefined) continue;
    const [user = '', ...password] = Buffer.from(basic, 'base64').toString().split(':');
    values.learn(`${user}:${password.join(':')}`);
    values.learn(password.join(':'));
  }
}

/** The mock with every sensitive field replaced by its name; what was there is learnt. */
export function scrubNames(mock: Mock, isSensitive: IsSensitive, values: SecretValues): Mock {
  const learn = (value: unknown): void => values.learn(value);
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

/** A cookie keeps its name and its attributes: a function may go by them. */
function scrubHeaders(
  headers: NonNullable<Mock['headers']>,
  isSensitive: IsSensitive,
  values: SecretValues,
): NonNullable<Mock['headers']> {
  const learn = (value: unknown): void => values.learn(value);
  const cookie = (line: string): string =>
    line.replace(/(?<==)[^;]*/, (value) => {
      learn(value);
      return inAnswer;
    });
  const scrub = (name: string, value: string): string => {
    if (name === 'set-cookie') return cookie(value);
    if (!isSensitive(name)) return scrubText(value, isSensitive, inAnswer, learn);
    learn(value);
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
  const asked = (value: unknown): unknown => replaceAll(value, (text) => values.replaceIn(text, inRequest));
  const answered = (value: unknown): unknown => replaceAll(value, (text) => values.replaceIn(text, inAnswer));
  return {
    ...(answered(rest) as typeof rest),
    url: asked(url) as string,
    ...(query && { query: asked(query) as NonNullable<Mock['query']> }),
    ...(requestBody !== undefined && { requestBody: asked(requestBody) }),
    ...(base64 !== undefined && { base64: cleanBytes(base64, values) }),
  };
}

function replaceAll(value: unknown, replace: (text: string) => string): unknown {
  if (typeof value === 'string') return replace(value);
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((inner) => replaceAll(inner, replace));
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [replace(key), replaceAll(inner, replace)]),
  );
}

/** Bytes in which a value stands are replaced byte for byte as text: what else they are stays. */
function cleanBytes(base64: string, values: SecretValues): string {
  const text = Buffer.from(base64, 'base64').toString('latin1');
  return values.standIn(text)
    ? Buffer.from(values.replaceIn(text, inAnswer), 'latin1').toString('base64')
    : base64;
}
