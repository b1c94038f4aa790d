import type { CustomIntegration } from '../../functions/lib/events.ts';
import type { LpEvent, Metadata } from '../../functions/lib/events/lp-event.ts';
import type { LpSdes } from '../../functions/lib/events/lp-sdes.ts';

/** Requests in the documented shapes, cut down to what the templates read; values are synthetic. */
const messagingId = '11111111-2222-4333-8444-555555555555';
const chatId = 'H0000000000000000001-00000000000040008000000000000001K0000001';

export function messaging(
  message: string,
  { metadata, lpSdes = {} }: { metadata?: readonly Metadata[]; lpSdes?: LpSdes } = {},
): CustomIntegration.Request {
  const lpEvent: LpEvent = {
    event: { type: 'ContentEvent', message, contentType: 'text/plain' },
    conversationContext: { type: 'MESSAGING', skillId: '1000000002' },
    ...(metadata && { metadata }),
  };
  return { convId: messagingId, message, context: { lpEvent, lpSdes } };
}

export function chat(message: string, lpSdes: LpSdes = {}): CustomIntegration.Request {
  const lpEvent: LpEvent = {
    '@type': 'line',
    text: message,
    by: 'visitor',
    chatSessionKey: chatId,
    conversationContext: { type: 'CHAT', skillId: '1000000002' },
  };
  return { convId: chatId, message, context: { lpEvent, lpSdes } };
}

export function chatWelcome(lpSdes: LpSdes = {}): CustomIntegration.Request {
  const lpEvent: LpEvent = {
    text: 'You are now chatting with bot_chat.',
    by: 'info',
    isWelcomeEvent: true,
    conversationContext: { type: 'CHAT' },
  };
  return { convId: chatId, event: { name: 'WELCOME' }, context: { lpEvent, lpSdes } };
}

export function messagingWelcome(
  lastConsumerMessage: string,
  lpSdes: LpSdes = {},
): CustomIntegration.Request {
  return {
    convId: messagingId,
    context: { lpEvent: { type: 'ContentEvent', content: 'welcome', lastConsumerMessage }, lpSdes },
  };
}

export const messagingIdentity: LpSdes = {
  authenticatedSdes: { personalInfo: { type: 'personal', acr: 'loa1', personalInfo: { name: 'Robin' } } },
  unauthenticatedSdes: { personalInfo: { personalInfo: { name: 'Somebody' } } },
};

export const chatIdentity: LpSdes = {
  authenticatedSdes: {
    authenticatedParticipantInfo: { isUserAuthenticated: true },
    authenticatedPersonalInfo: { name: 'Sasha', surname: 'Example' },
  },
};
