import { didYouMean } from '../../platform/suggest.ts';
import { isObject, type Step } from '../../payload/document/path.ts';
import { parseDataPath } from './rich-content-steps.ts';
import { own, quote } from './value.ts';

/** One entry of the list that ajv 6 gives, with the values that its `verbose` option adds. */
export interface RawError {
  keyword: string;
  dataPath: string;
  message?: string;
  params: object;
  data?: unknown;
  parentSchema?: object;
}

/** The error that says most: the deepest among those that are about what the content means to be. */
export function deepest(errors: readonly RawError[]): RawError | undefined {
  const telling = errors.filter((error) => error.keyword !== 'oneOf' && !isOfAnotherType(error));
  const candidates = telling.length > 0 ? telling : errors;
  const depth = (error: RawError) => expectation(error).steps.length;
  return candidates.reduce<RawError | undefined>(
    (best, error) => (best === undefined || depth(error) > depth(best) ? error : best),
    undefined,
  );
}

/** Whether the error only says that one type of element is not another. */
function isOfAnotherType({ keyword, dataPath, data, parentSchema }: RawError): boolean {
  if (keyword === 'enum' && dataPath.endsWith('.type')) return true;
  if (!isObject(data) || !isObject(parentSchema)) return false;
  const { properties } = parentSchema;
  const typeSchema = isObject(properties) ? own(properties, 'type') : undefined;
  const allowed = isObject(typeSchema) ? typeSchema['enum'] : undefined;
  const { type } = data;
  return type !== undefined && Array.isArray(allowed) && !allowed.includes(type);
}

/** Where the error is, and in words what is there and what was expected. */
export function expectation(error: RawError): { steps: Step[]; what: string } {
  const steps = parseDataPath(error.dataPath);
  const { keyword, data, params, parentSchema } = error;
  const name = steps.findLast((step) => typeof step === 'string') ?? 'the content';
  const param = (key: string): unknown => Reflect.get(params, key);
  switch (keyword) {
    case 'required': {
      const missing = String(param('missingProperty'));
      return { steps: [...steps, missing], what: `${missing} is missing` };
    }
    case 'additionalProperties': {
      const extra = String(param('additionalProperty'));
      const known = isObject(parentSchema) ? parentSchema['properties'] : undefined;
      const near = didYouMean(extra, isObject(known) ? Object.keys(known) : []);
      return { steps: [...steps, extra], what: `${JSON.stringify(extra)} is not expected here.${near}` };
    }
    case 'maxLength':
      return {
        steps,
        what: `${name} has ${String(data).length} characters, at most ${String(param('limit'))} are allowed`,
      };
    case 'minItems':
    case 'maxItems': {
      const bound = keyword === 'minItems' ? 'at least' : 'at most';
      return {
        steps,
        what: `${name} has ${countOf(data)}, expected ${bound} ${String(param('limit'))}`,
      };
    }
    case 'type':
      return { steps, what: `${name} is ${quote(data)}, expected ${withArticle(String(param('type')))}` };
    case 'format':
      return {
        steps,
        what: `${name} is ${quote(data)}, expected a ${String(param('format')).toUpperCase()}`,
      };
    default:
      return { steps, what: `${name} is ${quote(data)}, which ${error.message ?? 'does not fit'}` };
  }
}

function countOf(list: unknown): string {
  const count = Array.isArray(list) ? list.length : 0;
  return count === 1 ? '1 entry' : `${count} entries`;
}

const withArticle = (type: string): string => `${/^[aeiou]/.test(type) ? 'an' : 'a'} ${type}`;
