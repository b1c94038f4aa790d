const requestId = {
  'x-request-id': {
    description: 'the caller’s own id where it sent one of 1 to 128 letters, digits and . : _ -',
    schema: { type: 'string' },
  },
};
const timing = {
  'server-timing': { description: 'milliseconds of auth, store and bot', schema: { type: 'string' } },
};
const retryAfter = { 'retry-after': { description: 'seconds', schema: { type: 'integer' } } };

/** A response with a JSON body. */
export function answer(description: string, schema: string) {
  return { description, headers: { ...requestId, ...timing }, content: json(schema) };
}

/** A response without a body. */
export function silence(description: string) {
  return { description, headers: { ...requestId, ...timing } };
}

/** A body that is JSON of the schema of that name. */
export function json(schema: string) {
  return { 'application/json': { schema: { $ref: `#/components/schemas/${schema}` } } };
}

function problem(description: string, headers: Record<string, unknown> = {}) {
  return { description, headers: { ...requestId, ...timing, ...headers }, content: json('Problem') };
}

/** What every method may answer. */
export const always = {
  401: problem(
    'no-token, bad-token, unknown-key, expired-token, token-not-yet-valid, wrong-issuer, wrong-account, wrong-scope',
    { 'www-authenticate': { description: 'Bearer', schema: { type: 'string' } } },
  ),
  404: problem(
    'unknown-bot, unknown-environment, unknown-conversation (create it and send the event again), not-found',
  ),
  500: problem('function-failed, internal-error'),
  503: problem('keys-unavailable, store-unavailable', retryAfter),
};

/** What a method with a body may answer beside that. */
export const withBody = {
  400: problem('not-json, too-deep, bad-conversation, bad-event, bad-conversation-id, cut-off'),
  413: problem('body-too-large'),
  415: problem('not-json, encoded-body'),
};

/** What an event may be answered with beside that. */
export const withFunction = {
  422: problem('bad-answer'),
  504: problem('function-timeout'),
};
