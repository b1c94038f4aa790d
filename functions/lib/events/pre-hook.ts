import type { Request as CustomIntegrationRequest } from './custom-integration';
import type { LpEvent } from './lp-event';
import type { LpSdes } from './lp-sdes';

/**
 * What Third-Party Bots is about to send to the bot's vendor; the answer takes its place. Every part may be missing: the
 * page has one example for each vendor. What Dialogflow CX, the second Lex and a Custom Endpoint get is not documented.
 * Source: developers.liveperson.com/third-party-bots-hook-configuration.html.
 */
export type Request =
  CustomIntegrationRequest | DialogflowRequest | LexRequest | MicrosoftRequest | WatsonRequest;

/** The request, changed or not: the vendor gets what comes back, whatever it is. */
export type Response = Request;

/** Dialogflow ES. */
export interface DialogflowRequest {
  /** `projects/…/agent/sessions/<conversation id>`. */
  session?: string;
  queryInput?: { text?: { text?: string; languageCode?: string } | null } | null;
  /** `lpEvent` and `lpSdes` are fields of the payload, as a protobuf Struct. */
  queryParams?: { payload?: { fields?: Record<string, ProtobufValue> } | null } | null;
}

/** A value as protobuf's Struct writes it. */
export type ProtobufValue =
  | { kind: 'stringValue'; stringValue: string }
  | { kind: 'structValue'; structValue: { fields: Record<string, ProtobufValue> } }
  | { kind: string };

/** Amazon Lex, first version. All attributes are texts. */
export interface LexRequest {
  inputText?: string;
  userId?: string;
  /** Empty in the example; another page has an object with lpEvent and lpSdes there. That it is JSON text is inferred. */
  requestAttributes?: { 'BC-LP-CONTEXT'?: string | { lpEvent?: LpEvent; lpSdes?: LpSdes } } | null;
  sessionAttributes?: { convId?: string; [attribute: string]: string | undefined } | null;
}

/** Microsoft Bot Framework. */
export interface MicrosoftRequest {
  text?: string;
  channelData?: {
    context?: {
      convId?: string;
      msConversationId?: string;
      lpEvent?: LpEvent;
      lpSdes?: LpSdes;
      [field: string]: unknown;
    };
  } | null;
}

/** IBM Watson Assistant; the context is the one that Watson keeps from turn to turn. */
export interface WatsonRequest {
  message?: string;
  context?: {
    convId?: string;
    conversation_id?: string;
    lpEvent?: LpEvent;
    lpSdes?: LpSdes;
    system?: object;
    [field: string]: unknown;
  } | null;
}
