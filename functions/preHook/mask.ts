import { withoutCards } from './cards';

/** What is taken out of a message. */
export type Kind = 'card' | 'email' | 'phone';

/** Every repetition has an end, so that a long message costs no more than its length. */
const email = /(?<![\p{L}\p{Nd}._%+-])[\p{L}\p{Nd}._%+-]{1,64}@(?:[\p{L}\p{Nd}-]{1,63}\.){1,5}\p{L}{2,24}/gu;

const phones = [
  // Begins with a plus or a zero and is no date. An order number without a leading zero is none.
  /(?<![\p{L}\p{Nd}])(?!\p{Nd}{1,2}[./-]\p{Nd}{1,2}[./-]\p{Nd}{2})(?:\+|\(?0)(?:\p{Nd}[\p{Zs}()./-]{0,2}){7,14}\p{Nd}/gu,
  // As it is written in North America: (212) 555-0188.
  /(?<![\p{L}\p{Nd}])\(?\p{Nd}{3}\)?[\p{Zs}.-]{1,2}\p{Nd}{3}[\p{Zs}.-]\p{Nd}{4}(?!\p{Nd})/gu,
];

/** `text` with `[card]`, `[email]` and `[phone]` for what was there; each kind that was found is told to `found`. */
export function mask(text: string, found: (kind: Kind) => void): string {
  const stand = (kind: Kind) => () => {
    found(kind);
    return `[${kind}]`;
  };
  // Cards before phones: a part of a card number can pass for a phone number.
  const plain = withoutCards(text.replace(email, stand('email')), stand('card'));
  return phones.reduce((masked, phone) => masked.replace(phone, stand('phone')), plain);
}
