import { createPublicKey } from 'node:crypto';
import * as z from 'zod/mini';

/** A setting that is text in the environment and a `T` afterwards; `expected` says what would have been right. */
export function kind<T>(expected: string, parse: (text: string) => T | undefined) {
  return z.pipe(
    z.string(`is missing: it must be ${expected}`),
    z.transform((text, context) => {
      const value = parse(text.trim());
      if (value !== undefined) return value;
      context.issues.push({ code: 'custom', message: `must be ${expected}`, input: text });
      return z.NEVER;
    }),
  );
}

const scales = { '': 1, b: 1, kb: 1024, mb: 1024 ** 2 };

/** Bytes, written as a number or with `kb` or `mb`. */
export const size = kind('a size such as 65536, 256kb or 1mb', (text) => {
  const [, amount, scale = ''] = /^(\d{1,9})(b|kb|mb)?$/i.exec(text) ?? [];
  return amount === undefined
    ? undefined
    : Number(amount) * scales[scale.toLowerCase() as keyof typeof scales];
});

/** A port; with 0 the system chooses one. */
export const port = kind('a port from 0 to 65535', (text) =>
  /^\d{1,5}$/.test(text) && Number(text) <= 65_535 ? Number(text) : undefined,
);

/** How many of something. */
export const count = kind('a number from 1 on', (text) =>
  /^[1-9]\d{0,8}$/.test(text) ? Number(text) : undefined,
);

/** A switch. */
export const yesOrNo = kind('true or false', (text) => ({ true: true, false: false })[text]);

/** Texts that blanks or commas part, at least one, each of which fits `shape`. */
export function list(expected: string, shape: RegExp) {
  return kind(expected, (text) => {
    const items = text.split(/[\s,]+/).filter(Boolean);
    return items.length > 0 && items.every((item) => shape.test(item)) ? items : undefined;
  });
}

/** Text of a shape. */
export function shaped(expected: string, shape: RegExp) {
  return kind(expected, (value) => (shape.test(value) ? value : undefined));
}

/** One of a few words. */
export function word<const T extends string>(words: readonly T[]) {
  return kind(`one of ${words.join(', ')}`, (value) => words.find((each) => each === value));
}

/** An https address; without TLS only on this machine, since whoever can change the answer can forge tokens. */
export const sentinelUrl = kind('an https address (http only for this machine)', (value) => {
  const url = URL.canParse(value) ? new URL(value) : undefined;
  const local = url && ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname);
  return url?.protocol === 'https:' || (local && url.protocol === 'http:') ? url : undefined;
});

/** The address of a Redis, with or without TLS. */
export const redisUrl = kind('an address such as redis://host:6379 or rediss://host', (value) =>
  URL.canParse(value) && /^rediss?:$/.test(new URL(value).protocol) ? value : undefined,
);

/** A public RSA key in PEM, its line breaks as such or as `\n`. */
export const publicKey = kind('a public RSA key in PEM', (value) => {
  const pem = value.replaceAll(String.raw`\n`, '\n');
  try {
    return createPublicKey(pem).asymmetricKeyType === 'rsa' ? pem : undefined;
  } catch {
    return undefined;
  }
});
