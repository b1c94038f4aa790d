import { asAutomaticMessages, garbage, message, settingsFor } from './automatic-messages.ts';
import { account, failure, toolbelt } from './toolbelt.ts';

jest.doMock('core-functions-toolbelt', () => toolbelt, { virtual: true });

const info = jest.spyOn(console, 'info').mockImplementation(() => {});
const warn = jest.spyOn(console, 'warn').mockImplementation(() => {});

beforeEach(() => {
  info.mockClear();
  warn.mockClear();
  Object.assign(account, { sdes: [], outage: undefined });
});

settingsFor({ SERVICE_TIMEOUT_MS: '10' });

async function stepUp(payload: unknown) {
  const { lambda } = await import('../../functions/consumerStepUp/index.ts');
  return asAutomaticMessages('controllerbot_messaging_consumer_step_up', lambda)(payload);
}

const general = { cbotEventType: 'CONSUMER_STEP_UP', convId: 'c', visitorId: 'v-1', sessionId: 2 };
const consumer = { id: 'customer-4711', role: 'CONSUMER' };
const agent = { id: 'agent', role: 'ASSIGNED_AGENT' };
const participants = (...newParticipants: unknown[]) => ({
  oldParticipants: [{ id: 'anonymous', role: 'CONSUMER' }],
  newParticipants,
});

const withAgent = [message('Thank you, you are logged in now. We can go on.')];
const waiting = [message('Thank you, you are logged in now. The next free colleague will take over.')];

test('the new id is written as customer info, and nothing else', async () => {
  expect(await stepUp({ general, participantChange: participants(consumer, agent) })).toEqual(withAgent);
  expect(account.sdes).toEqual([
    {
      sdes: [{ type: 'ctmrinfo', info: { customerId: 'customer-4711' } }],
      visitorId: 'v-1',
      sessionId: '2',
    },
  ]);
});

test('the log says that it was written, and of whom not', async () => {
  await stepUp({ general, participantChange: participants(consumer) });
  expect(info.mock.calls[0]?.[1]).toMatchObject({ convId: 'c', customerInfo: 'written' });
  expect(JSON.stringify(info.mock.calls)).not.toMatch(/4711|v-1/);
});

test('without an agent the consumer is told to wait', async () => {
  expect(await stepUp({ general, participantChange: participants(consumer) })).toEqual(waiting);
});

test.each([
  ['visitor', { ...general, visitorId: undefined }, [consumer]],
  ['session', { ...general, sessionId: 'a session/..' }, [consumer]],
  ['consumer', general, [agent]],
  ['consumer with an id', general, [null, { role: 'CONSUMER' }, { id: {}, role: 'CONSUMER' }]],
])('without a %s nothing is written', async (_, about, list) => {
  await stepUp({ general: about, participantChange: participants(...list) });
  expect(account.sdes).toEqual([]);
  expect(info.mock.calls[0]?.[1]).toMatchObject({ customerInfo: 'no ids' });
});

test.each([
  [
    'refuses',
    () => Promise.reject(failure('faas.sdes-util-general')),
    'com.liveperson.faas.sdes-util-general',
  ],
  ['takes its time', () => new Promise<never>(() => {}), 'timeout'],
  ['fails without a code', () => Promise.reject(new TypeError('private')), 'TypeError'],
  ['fails with a text', () => Promise.reject('private'), 'unknown'],
])('the consumer is greeted all the same when the monitoring service %s', async (_, outage, code) => {
  account.outage = outage;
  expect(await stepUp({ general, participantChange: participants(consumer, agent) })).toEqual(withAgent);
  expect(warn.mock.calls).toEqual([['customer info not written', { code }]]);
});

test('a closed conversation is left alone', async () => {
  const closed = { ...general, newConvState: 'CLOSE' };
  expect(await stepUp({ general: closed, participantChange: participants(consumer) })).toEqual([]);
  expect(account.sdes).toEqual([]);
});

test.each(garbage.map((payload) => [payload]))('garbage is greeted and not written: %j', async (payload) => {
  expect(await stepUp(payload)).toEqual(waiting);
  expect(account.sdes).toEqual([]);
});
