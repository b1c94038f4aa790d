import type { Complaint } from './check.ts';
import { isObject } from './json.ts';
import { names } from './names.ts';
import type { ResponseItem } from './response.ts';

const known = ['TRANSFER', 'CLOSE_CONVERSATION', 'INVOKE_FUNCTION', 'CHANGE_TTR'];

/** What looks like a function's name for something that is called otherwise here; the connector passes over it. */
export function noticeActions(response: readonly ResponseItem[]): Complaint[] {
  return response.flatMap((item, index) => {
    if (item.type !== 'ACTION') return [];
    const { name, parameters } = item.data;
    const path = `response[${index}].data`;
    return [...noticeName(name, path), ...(name === 'TRANSFER' ? noticeSkill(parameters, path) : [])];
  });
}

function noticeName(name: string, path: string): Complaint[] {
  if (known.includes(name)) return [];
  const meant = Object.hasOwn(names.action, name)
    ? names.action[name as keyof typeof names.action]
    : undefined;
  const hint = meant ? `a Custom Endpoint calls it ${meant}` : `the actions are ${known.join(', ')}`;
  return [{ path: `${path}.name`, message: `there is no action ${JSON.stringify(name)}: ${hint}` }];
}

function noticeSkill(parameters: unknown, path: string): Complaint[] {
  if (!isObject(parameters) || parameters['skillName'] !== undefined) return [];
  const message =
    parameters['skill'] === undefined
      ? 'a TRANSFER needs skillName, the name of a skill'
      : 'a Custom Endpoint calls it skillName';
  const at = parameters['skill'] === undefined ? 'skillName' : 'skill';
  return [{ path: `${path}.parameters.${at}`, message }];
}
