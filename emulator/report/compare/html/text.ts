import { printable } from '../../printable.ts';

const references: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text as HTML shows it, in an element or an attribute; what a screen would act upon is written as an escape. */
export function html(text: string): string {
  return printable(text).replace(/[&<>"']/g, (character) => references[character] ?? character);
}
