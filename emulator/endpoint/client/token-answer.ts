import * as z from 'zod/mini';

/** What Sentinel answers. `expires_in`, seconds as a number or as text, is the standard's; the documentation has none. */
export const tokenAnswer = z.object(
  {
    access_token: z.string('a string').check(z.regex(/^[\w.~+/=-]+$/, 'a token')),
    expires_in: z.optional(z.unknown()),
  },
  'an object with access_token',
);
