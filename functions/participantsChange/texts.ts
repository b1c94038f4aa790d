/** What the consumer gets to read in place of the account's own automatic messages. */
export const texts = {
  connected: 'You are now connected with a colleague.',
  takenOver: 'A colleague takes over and can read what you have written so far.',
  joined: 'Another colleague has joined the conversation.',
  backInLine: 'You are back in line. The next free colleague will take over.',
  offHours: 'We are closed at the moment. We have kept your conversation and will answer when we open again.',
};
