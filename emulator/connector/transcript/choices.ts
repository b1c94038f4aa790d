import { parts } from '../../invoke/contract/rich-content-parts.ts';
import { child, isObject } from '../../payload/document/path.ts';
import type { Choice } from './entry.ts';

/** What a consumer can click in structured content so that the bot hears of it: what publishes a text. */
export function choicesIn(content: unknown): Choice[] {
  const choices: Choice[] = [];
  for (const { role, value } of parts(content)) {
    const choice = role === 'element' ? choiceOf(value) : undefined;
    if (choice) choices.push(choice);
  }
  return choices;
}

/** What a click on an element tells the bot; `undefined` where nothing does. */
export function choiceOf(element: unknown): Choice | undefined {
  const click = child(element, 'click');
  const actions = child(click, 'actions');
  if (!Array.isArray(actions)) return undefined;
  const published = actions.find((action) => child(action, 'type') === 'publishText');
  const text = child(published, 'text');
  if (typeof text !== 'string') return undefined;
  const metadata = metadataOf(child(click, 'metadata'));
  return { title: titleOf(element) ?? text, text, ...(metadata && { metadata }) };
}

/** Images have no title, only what shows when the mouse is over them. */
function titleOf(element: unknown): string | undefined {
  const title = child(element, 'title') ?? child(element, 'tooltip') ?? child(element, 'text');
  return typeof title === 'string' && title !== '' ? title : undefined;
}

/** One object is shown as well as an array of them. */
function metadataOf(metadata: unknown): readonly unknown[] | undefined {
  if (isObject(metadata)) return [metadata];
  return Array.isArray(metadata) && metadata.length > 0 ? metadata : undefined;
}
