/**
 * What the error hook of a bot is called with. `vendor` and the values of `error` are not documented, so read them
 * with care; each vendor adds its own pair of request and response. The caller ignores the answer.
 * Source: developers.liveperson.com/third-party-bots-hook-configuration.html.
 */
export interface Request {
  error?: { errorId?: string | null; name?: string | null } | null;
  vendor?: string | null;
  /** Custom Integration: what the function was called with, and what it answered. */
  faasPayload?: { convId?: string | null; message?: string | null; context?: object | null } | null;
  faas?: { messages?: readonly unknown[] | null; context?: { action?: string | null } | null } | null;
  /** Dialogflow ES. */
  dfV2request?: unknown;
  dialogflowv2?: unknown;
  /** Dialogflow CX. */
  dfCxrequest?: unknown;
  dialogflowcx?: unknown;
  /** Amazon Lex. */
  lexQuery?: unknown;
  lex?: unknown;
  /** Microsoft Bot Framework. */
  msPayload?: unknown;
  microsoft?: unknown;
  /** IBM Watson, first and second version of its API. */
  watsonV1Payload?: unknown;
  watsonV2Payload?: unknown;
  watson?: unknown;
  watsonv2?: unknown;
}
