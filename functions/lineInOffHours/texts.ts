/** What the consumer gets to read in place of the account's own automatic message. */
export const texts = {
  closed: 'Thank you for your message. We are closed at the moment and will answer when we open again.',
  closedUntil: (opening: string) =>
    `Thank you for your message. We are closed at the moment. We open again ${opening} and will answer then.`,
  stillClosed: 'Thank you, we have got this message too. We will answer when we open again.',
  stillClosedUntil: (opening: string) =>
    `Thank you, we have got this message too. We open again ${opening} and will answer then.`,
};
