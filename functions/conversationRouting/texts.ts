/** What the consumer gets to read in place of the account's own automatic message. */
export const texts = {
  team: (team: string) => `We are connecting you with ${team}.`,
  anotherTeam: 'We are connecting you with the team that can help you best.',
};
