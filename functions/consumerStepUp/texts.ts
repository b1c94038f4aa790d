/** What the consumer gets to read in place of the account's own automatic message. */
export const texts = {
  withAgent: 'Thank you, you are logged in now. We can go on.',
  waiting: 'Thank you, you are logged in now. The next free colleague will take over.',
};
