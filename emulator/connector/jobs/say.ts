import type { ConnectorTextEntry } from '../transcript/entry.ts';
import type { Seat } from '../session/seat.ts';
import type { Session } from '../session/session.ts';
import type { ConnectorSettings } from '../settings/settings.ts';

type Setting = ConnectorTextEntry['setting'];

const texts: Record<Setting, (settings: ConnectorSettings) => string> = {
  messageToCustomer: ({ escalation }) => escalation.messageToCustomer,
  messageToAgent: ({ escalation }) => escalation.messageToAgent,
  failureMessage: ({ escalation }) => escalation.failureMessage,
  warningMessage: ({ inactivity }) => inactivity.warningMessage,
  closeMessage: ({ inactivity }) => inactivity.closeMessage,
  errorMessage: ({ survey }) => survey.errorMessage,
};

/** A message of the connector's own, from the bot's settings; one that is empty is not sent. */
export function say(session: Session, { running }: Seat, setting: Setting): void {
  const text = texts[setting](running.settings);
  if (text === '') return;
  const audience = setting === 'messageToAgent' ? 'agents' : 'consumer';
  session.log({ kind: 'connector-text', setting, audience, text });
}
