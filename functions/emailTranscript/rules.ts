import { settings } from '../lib/setting';

/** One reason to send a transcript. */
export interface Rule {
  name: string;
  /** Satisfaction from and to, both included. */
  from: number;
  to: number;
  /** Parts of skill names, in upper or lower case; all skills where the list is empty. */
  skills: readonly string[];
  /** The environment variable with the addresses. */
  variable: string;
  subject: (chat: { rank: number; skill: string }) => string;
}

/** Every rule that fits adds its addresses; each address gets one mail, by the first rule that names it. */
export const rules: readonly Rule[] = [
  {
    name: 'quality',
    from: 1,
    to: 2,
    skills: [],
    variable: 'QUALITY_EMAILS',
    subject: ({ rank, skill }) => `Dissatisfied after a chat (${rank} of 5) in ${skill}`,
  },
  {
    name: 'care',
    from: 1,
    to: 3,
    skills: ['care', 'complaints'],
    variable: 'CARE_EMAILS',
    subject: ({ rank, skill }) => `Please call back: ${rank} of 5 after a chat in ${skill}`,
  },
  {
    name: 'sales',
    from: 5,
    to: 5,
    skills: ['sales'],
    variable: 'SALES_EMAILS',
    subject: ({ skill }) => `Very satisfied after a chat in ${skill}`,
  },
];

/** The addresses of a rule; what is none is left out, because the chat server says nothing about it. */
export function addressesOf({ variable }: Rule): string[] {
  return settings(variable).filter((address) => /^[^\s@<>"]+@[^\s@<>"]+\.[^\s@<>".]+$/.test(address));
}
