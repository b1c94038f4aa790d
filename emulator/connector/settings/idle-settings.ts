import type { Finding } from '../../errors.ts';
import type { ConnectorSettings, GivenSettings } from './settings.ts';

/** Settings that somebody gives and that change nothing, because others make them so. */
export function idleSettings(
  given: GivenSettings,
  { conversationType, engagementAttributes }: ConnectorSettings,
  sdes: Readonly<Record<string, unknown>> | undefined,
): Finding[] {
  const findings: Finding[] = [];
  const idle = (what: string, hint: string): void => {
    findings.push({ code: 'idle-setting', severity: 'warning', message: what, hint });
  };
  if (conversationType === 'chat') {
    const toMessaging = 'take it out, or set conversationType: messaging';
    if (given.welcomeMessage)
      idle('welcomeMessage is for messaging: a chat always begins with a welcome', toMessaging);
    if (given.combineMessages) idle('combineMessages is for messaging: a chat combines nothing', toMessaging);
  } else if (given.inactivity) {
    idle(
      'inactivity is for chat: messaging neither warns nor closes',
      'take it out, or set conversationType: chat',
    );
  }
  if (sdes && Object.keys(sdes).length > 0 && !engagementAttributes) {
    idle('the visitor’s engagement attributes are not collected', 'set engagementAttributes: true');
  }
  return findings;
}
