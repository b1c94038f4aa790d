/**
 * What the chat server sends when a consumer has handed in the survey after a chat; chat only. It sends the transcript
 * itself, to whom the answer says. Once such a function is deployed, the account's other rules for transcripts are not
 * used any more, and nothing is tried again.
 * Source: developers.liveperson.com/liveperson-functions-event-sources-chat-post-survey.html.
 */
export interface Request {
  /** From 1, very dissatisfied, to 5, very satisfied; what is not above -1 means none. */
  csatRank?: number | null;
  skillName?: string | null;
  /** First name and surname. */
  agentName?: string | null;
  /** Several answers to one question are separated by semicolons. */
  questionWithAnswers?: readonly { question?: string; answer?: string }[] | null;
}

/** A mail for each entry; none for none. */
export type Response = readonly Mail[];

export interface Mail {
  targetEmail: string;
  senderName: string;
  senderEmail: string;
  subject: string;
}
