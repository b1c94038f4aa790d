import { composePayload } from '../../emulator/payload/parts.ts';
import { valueAt } from '../../emulator/payload/document/path.ts';
import { payloadFromFile } from '../../emulator/payload/payloads.ts';
import { cbotEventTypes } from '../../emulator/platform/automatic-messages.ts';
import { temporaryFolder } from '../temporary.ts';
import { refusal } from './finding.ts';

const read = (event: string, payload: object) =>
  payloadFromFile(temporaryFolder(), '-', JSON.stringify({ payload }), `controllerbot_messaging_${event}`);

/** The least that an event can do with, beside its own section. */
const general = (cbotEventType: string, rest: object = {}) => ({
  general: { cbotEventType, convId: 'c', ...rest },
});

const participants = { oldParticipants: [], newParticipants: [{ id: 1, role: 'CONSUMER' }] };

/** The section that an event is about. */
const sections: Record<string, object> = {
  participants_change: { participantChange: participants },
  ttr: { ttr: { newTtr: { ttrType: 'NORMAL', value: 60 } } },
  conversation_routing: { routing: { newSkillId: 1 } },
};

const all = Object.entries(cbotEventTypes).map(
  ([id, names]) => [id.slice('controllerbot_messaging_'.length), names] as const,
);

test.each(all)('%s takes each of its names and no other event’s', async (event, names) => {
  for (const name of names) {
    await expect(read(event, { ...general(name), ...sections[event] })).resolves.toBeDefined();
  }
  const other = all.find(([each]) => each !== event)?.[1][0] ?? '';
  await expect(refusal(read(event, { ...general(other), ...sections[event] }))).resolves.toContain(
    'general.cbotEventType must be',
  );
});

test.each(all)('%s has a most usual payload to start from', async (event, names) => {
  const id = `controllerbot_messaging_${event}`;
  const payload = await composePayload(temporaryFolder(), { event: id, set: ['general.convId=mine'] });
  expect(payload.input.payload).toMatchObject({ general: { convId: 'mine' } });
  expect(names).toContain(valueAt(payload.input.payload, ['general', 'cbotEventType']));
});

test.each([
  ['ttr', {}, 'ttr is missing'],
  ['ttr', { ttr: { oldTtr: { ttrType: 'NORMAL', value: 60 } } }, 'ttr.newTtr is missing'],
  ['ttr', { ttr: { newTtr: { ttrType: 'NORMAL' } } }, 'ttr.newTtr.value'],
  ['conversation_routing', {}, 'routing is missing'],
  ['conversation_routing', { routing: { oldSkillId: '1' } }, 'routing.newSkillId'],
  ['participants_change', {}, 'participantChange is missing'],
])('%s cannot do without the section that it is about: %j', async (event, section, complaint) => {
  const [name = ''] = cbotEventTypes[`controllerbot_messaging_${event}`] ?? [];
  await expect(refusal(read(event, { ...general(name), ...section }))).resolves.toContain(complaint);
});

/** A conversation's end with such times. */
const times = (value: unknown) =>
  read('conversation_end', general('AGENT_END_CONVERSATION', { effectiveTTR: value, manualETTR: value }));

test('times may be numbers, as the table has them, or texts, as the example has them', async () => {
  await expect(times(1675250992227)).resolves.toBeDefined();
  await expect(times('1675250992227')).resolves.toBeDefined();
  await expect(refusal(times({}))).resolves.toContain('general.effectiveTTR must be text or a number');
});

test('states are OPEN and CLOSE', async () => {
  const state = general('AGENT_END_CONVERSATION', { newConvState: 'CLOSED' });
  await expect(refusal(read('conversation_end', state))).resolves.toContain(
    'general.newConvState must be one of OPEN, CLOSE, it is the text "CLOSED" → did you mean "CLOSE"?',
  );
});
