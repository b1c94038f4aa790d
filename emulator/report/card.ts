import { isObject } from '../payload/document/path.ts';
import { printable, printableLines } from './printable.ts';

/** What stands before the title of something that can be clicked, such as its number. */
export type Mark = (element: Record<string, unknown>) => string;

/** Rich content as a consumer sees it, drawn with letters; what has no text is named in brackets. */
export function cardLines(content: unknown): string[] {
  const lines = cardBody(content);
  return ['┌', ...lines.map((line) => `│ ${line}`), '└'].map((line) => line.trimEnd());
}

/** The same without a frame. */
export function cardBody(content: unknown, mark: Mark = () => ''): string[] {
  return elementLines(content, mark);
}

function elementLines(element: unknown, mark: Mark): string[] {
  if (!isObject(element)) return [`(${typeof element})`];
  const elements = Array.isArray(element['elements']) ? (element['elements'] as unknown[]) : undefined;
  const type = textOf(element, 'type') ?? 'element';
  if (elements)
    return groupLines(
      type,
      elements.map((each) => elementLines(each, mark)),
    );
  switch (type) {
    case 'text':
      return printableLines(`${mark(element)}${textOf(element, 'text') ?? ''}`);
    case 'button':
    case 'submitButton':
      return [`[${mark(element)}${printable(textOf(element, 'title') ?? '')}]${target(element)}`];
    case 'map':
      return [`(map ${String(element['la'])}, ${String(element['lo'])})`];
    default:
      return [`(${mark(element)}${printable([type, ...named(element)].join(': '))})`];
  }
}

/** Side by side where each of them is one line; the cards of a carousel are numbered. */
function groupLines(type: string, children: readonly string[][]): string[] {
  if (type === 'carousel') {
    return children.flatMap((lines, index) => [
      `${index + 1} of ${children.length}`,
      ...lines.map((line) => `  ${line}`),
    ]);
  }
  const beside = type === 'horizontal' && children.every(({ length }) => length === 1);
  return beside ? [children.flat().join('  ')] : children.flat();
}

function named(element: Record<string, unknown>): string[] {
  const texts = ['title', 'tooltip', 'caption', 'text', 'alt', 'url'].map((key) => textOf(element, key));
  return texts.filter((text) => text !== undefined).slice(0, 1);
}

/** Where a button leads that does not publish a text. */
function target({ click }: Record<string, unknown>): string {
  const actions = isObject(click) && Array.isArray(click['actions']) ? (click['actions'] as unknown[]) : [];
  const link = actions.find((action) => isObject(action) && typeof action['uri'] === 'string');
  return isObject(link) ? ` → ${printable(String(link['uri']))}` : '';
}

function textOf(element: Record<string, unknown>, key: string): string | undefined {
  const text = element[key];
  return typeof text === 'string' && text !== '' ? text : undefined;
}
