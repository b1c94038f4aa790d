/** Why something of a function's answer cannot go over the wire as it is. */
export type LostCode =
  /** A pause of no seconds: the wire's shortest is one second. It is left out. */
  | 'zero-delay'
  /** White space in the id of an intent, which the wire does not allow. It becomes hyphens. */
  | 'intent-renamed'
  /** Alternative intents beside no intent: the first of them becomes the intent. */
  | 'alternatives-without-intent'
  /** No object, or one whose parts are of the wrong type. */
  | 'malformed-answer'
  /** One of the messages is none that the connector reads. */
  | 'malformed-message';

/** One such reason; `path` is the place in the function's answer. */
export interface Lost {
  code: LostCode;
  path: string;
  message: string;
}
