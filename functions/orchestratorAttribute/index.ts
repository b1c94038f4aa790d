import { askCrm, customerIdIn } from '../lib/outbound/crm';
import type { Input } from '../lib/events';
import { field } from '../lib/field';

/** The customer's id, as an attribute such as `{{custom.customerId}}` gives it: the whole payload, or a part of it. */
type Request = string | number | { customerId?: string | number } | null;

/** In a policy, compare with EQUAL or IS_IN. `unknown` also stands for a CRM that did not answer. */
const tiers = ['gold', 'silver', 'standard'] as const;
type Response = (typeof tiers)[number] | 'unknown';

/** The conversation is not routed before all its attributes are there. */
const timeout = 700;

/** The value of an attribute of the Conversation Orchestrator: the customer's tier, for routing policies. */
export async function lambda(input: Input<Request>): Promise<Response> {
  const payload = field(input, 'payload');
  const customerId = customerIdIn(payload) ?? customerIdIn(field(payload, 'customerId'));
  if (customerId === null) return 'unknown';
  const answer = await askCrm(customerId, [], { timeout });
  if (answer.outcome === 'unavailable') console.warn('CRM gave no usable answer', { reason: answer.reason });
  if (answer.outcome !== 'found') return 'unknown';
  const tier = String(field(answer.body, 'tier')).toLowerCase();
  return tiers.find((known) => known === tier) ?? 'unknown';
}
