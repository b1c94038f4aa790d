import { SDETypes, Toolbelt } from 'core-functions-toolbelt';
import type { Role } from '../lib/events/automatic-messages';
import { systemMessage } from '../lib/automatic-messages/commands';
import type { ConsumerStepUp, Input } from '../lib/events';
import { failureCode } from '../lib/outbound/failure-code';
import { identifier } from '../lib/identifier';
import { inTime } from '../lib/outbound/in-time';
import { logged } from '../lib/automatic-messages/log-commands';
import { idsInRole } from '../lib/automatic-messages/participants';
import { texts } from './texts';

/**
 * Greets a consumer who was anonymous and has logged in, and writes their id as customer info, so that agents, campaigns
 * and bots know whom they are dealing with. The id is all that is written: no name, no address.
 */
export async function lambda(input: Input<ConsumerStepUp.Request>): Promise<ConsumerStepUp.Response> {
  const request = input.payload ?? {};
  if (request.general?.newConvState === 'CLOSE') return logged('consumer logged in', request, []);
  const customerInfo = await written(request);
  const text = idOf('ASSIGNED_AGENT', request) === null ? texts.waiting : texts.withAgent;
  return logged('consumer logged in', request, [systemMessage(text)], { customerInfo });
}

/**
 * Writing the same id once more changes nothing. The monitoring service may take half a minute; what was sent to it
 * arrives all the same. Never rejects: what happened goes into the log.
 */
async function written(request: ConsumerStepUp.Request): Promise<string> {
  const { general } = request;
  const customerId = idOf('CONSUMER', request);
  const [visitorId, sessionId] = [identifier(general?.visitorId), identifier(general?.sessionId)];
  if (customerId === null || visitorId === null || sessionId === null) return 'no ids';
  const sde = { type: SDETypes.CUSTOMER_INFO, info: { customerId } };
  try {
    await inTime(Toolbelt.SDEUtil().addSDEs([sde], visitorId, sessionId));
    return 'written';
  } catch (error) {
    console.warn('customer info not written', { code: failureCode(error) });
    return 'failed';
  }
}

/** The id after the change: logging in may have changed the consumer's. */
function idOf(role: Role, { participantChange }: ConsumerStepUp.Request): string | null {
  return identifier(idsInRole(participantChange?.newParticipants, role)[0]);
}
