/** What the consumer gets to read in place of the account's own automatic message; `due` is what due-words.ts says. */
export const texts = {
  urgent: (due: string) => `We have marked this conversation as urgent. You can expect an answer ${due}.`,
  notUrgent: (due: string) => `This conversation is not urgent any more. You can expect an answer ${due}.`,
  updated: (due: string) => `You can expect an answer ${due}.`,
  offHours: 'We have noted that. We are closed at the moment and will answer when we open again.',
};
