/** What the consumer gets to read in place of the account's own automatic message. */
export const texts = {
  reminder: 'Are you still there? We would like to go on: just write back.',
  lastReminder:
    'We have not heard from you for a while. If you still need us, just write back; else we will close this conversation.',
  closing:
    'We close this conversation now, because it has been quiet for a while. Write to us again whenever you like.',
  agentLate: 'We have not forgotten you. Our answer takes a little longer than usual.',
  stillWaiting:
    'Thank you for your patience. You are still in line, and the next free colleague will take over.',
  otherTeam:
    'Thank you for your patience. We are passing you on to another team, so that you get an answer sooner.',
};
