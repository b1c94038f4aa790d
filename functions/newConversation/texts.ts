/** What the consumer gets to read in place of the account's own automatic message; one of each group, in this order. */
export const texts = {
  firstTime: 'Welcome! Good to have you here.',
  returning: 'Welcome back!',
  afterAutoclose: 'Welcome back! Your last conversation had been closed because it was quiet for a while.',
  topic: (topic: string) => `You are writing to us about ${topic}.`,
  open: 'A colleague will be with you soon.',
  closed: 'We are closed at the moment and will answer when we open again. Write to us already, we keep it.',
  closedUntil: (opening: string) =>
    `We are closed at the moment and open again ${opening}. Write to us already, we keep it.`,
};
