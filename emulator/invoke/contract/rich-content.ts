import type { Finding } from '../../errors.ts';
import type { ConnectorError } from '../../platform/connector-errors.ts';
import { explain } from './rich-content-explain.ts';
import type { Explanation, RawErrors } from './rich-content-explain.ts';
import { rememberSteps } from './rich-content-steps.ts';
import { doubtful, refused } from './finding.ts';
import { pathOf } from '../../payload/document/path.ts';
import type { JsonObject } from './value.ts';

/** Where the content sits in the answer, and what the connector says when it cannot send it. */
interface Place {
  path: string;
  error: ConnectorError;
}

/** Judges rich content as LivePerson's web channel would; `text` is the content as JSON. */
export interface RichContent {
  body(content: JsonObject, text: string, place: Place): Finding[];
  quickReplies(content: JsonObject, text: string, place: Place): Finding[];
}

type Validate = (content: JsonObject) => { valid: boolean; errors: RawErrors };

let loaded: Promise<RichContent> | undefined;

/**
 * LivePerson's own validator for the web channel, loaded on first use: it takes more time than all the rest of a
 * judgement. Source: github.com/LivePersonInc/rich-content-validator.
 */
export function richContent(): Promise<RichContent> {
  loaded ??= load();
  return loaded;
}

async function load(): Promise<RichContent> {
  const { RichContentValidator, Channels } = await import('@livepersoninc/rich-content-validator');
  compileLate(RichContentValidator.prototype as unknown as Compiling);
  const validator = new RichContentValidator({ channel: Channels.WEB });
  return {
    body: judged((content) => validator.validateBody(content)),
    quickReplies: judged((content) => validator.validateQuickReply(content)),
  };
}

/** How the validator (1.1.2) has a schema compiled; its types call that private. */
interface Compiling {
  createValidator: (this: unknown, ...of: unknown[]) => Compiled;
}

/** A compiled schema, as ajv 6 makes it. */
interface Compiled {
  (content: unknown): boolean;
  errors?: unknown;
}

/** A validator compiles the schemas of cards, quick replies and metadata, 60 ms, and most bots need one of them. */
function compileLate(validator: Compiling): void {
  const { createValidator: compile } = validator;
  validator.createValidator = function createValidator(...of) {
    let compiled: Compiled | undefined;
    const late: Compiled = (content) => {
      compiled ??= compile.apply(this, of);
      const fits = compiled(content);
      late.errors = compiled.errors;
      return fits;
    };
    return late;
  };
}

/** Bots send the same few cards over and over, so what was found for a text is kept. */
const kept = 500;

function judged(validate: Validate): RichContent['body'] {
  const known = new Map<string, Explanation | null>();
  return (content, text, place) => {
    let explanation = known.get(text);
    if (explanation === undefined) {
      explanation = judge(content, validate);
      if (known.size >= kept) known.clear();
      known.set(text, explanation);
    }
    return explanation === null ? [] : [complain(explanation, place)];
  };
}

/** The validator sorts the elements of what it is given in place, so it gets a copy whose places are remembered. */
function judge(content: JsonObject, validate: Validate): Explanation | null {
  const copy = structuredClone(content);
  const stepsOf = rememberSteps(copy);
  const { valid, errors } = validate(copy);
  return valid ? null : explain(content, copy, errors, stepsOf);
}

function complain({ steps, what, doubt }: Explanation, { path, error }: Place): Finding {
  const complaint = { path: pathOf(path, steps), what, hint };
  return doubt ? doubtful(complaint) : refused(error, complaint);
}

const hint =
  'compare it with the rich messaging templates at developers.liveperson.com/getting-started-with-rich-messaging-introduction.html';
