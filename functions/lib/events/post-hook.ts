import type { Response as BotAnswer } from './custom-integration';

/**
 * What the bot's vendor has answered; the hook's answer takes its place. The page has one example for each vendor, and
 * nothing of the conversation or the consumer's message stands beside it.
 * Source: developers.liveperson.com/third-party-bots-hook-configuration.html.
 */
export type Request = BotAnswer | DialogflowAnswer | LexAnswer | MicrosoftAnswer | WatsonAnswer;

/** The answer, changed or not: the connector goes on with what comes back, whatever it is. */
export type Response = Request;

/** Dialogflow ES. */
export interface DialogflowAnswer {
  responseId?: string;
  queryResult: {
    fulfillmentText?: string;
    fulfillmentMessages?: readonly { platform?: string; message?: string; text?: { text?: string[] } }[];
    queryText?: string;
    /** From 0 to 1. */
    intentDetectionConfidence?: number;
    intent?: { name?: string; displayName?: string; isFallback?: boolean } | null;
    [part: string]: unknown;
  };
  webhookStatus?: unknown;
  outputAudio?: unknown;
}

/** Amazon Lex, first version. */
export interface LexAnswer {
  intentName?: string | null;
  sessionAttributes?: Record<string, string> | null;
  message?: string | null;
  messageFormat?: string | null;
  dialogState: string;
  slotToElicit?: string | null;
}

/** Microsoft Bot Framework: the page shows one activity, and its code reads a list of them. */
export type MicrosoftAnswer = Activity | readonly Activity[];

interface Activity {
  type: string;
  id?: string;
  channelId?: string;
  conversation?: { id?: string };
  text?: string;
  [part: string]: unknown;
}

/** IBM Watson Assistant. */
export interface WatsonAnswer {
  intents?: readonly { intent: string; confidence: number }[];
  entities?: readonly unknown[];
  input?: { text?: string };
  output: { generic?: readonly { response_type?: string; text?: string }[]; text?: readonly string[] };
  context?: { convId?: string; [part: string]: unknown };
  actions?: readonly { name: string; type?: string; parameters?: object }[];
}
