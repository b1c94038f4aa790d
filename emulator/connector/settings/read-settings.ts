import { milliseconds } from '../../platform/duration.ts';
import type { CombineMessages, GivenSettings, Inactivity } from './settings.ts';
import type { WrittenSettings } from './settings-schema.ts';

type Time = string | number;

/** Settings as they are written, after their shape has been checked, with each time in milliseconds. */
export function settingsOf({ combineMessages, inactivity, ...rest }: WrittenSettings): GivenSettings {
  const others = rest as Omit<GivenSettings, 'combineMessages' | 'inactivity'>;
  return {
    ...others,
    ...(combineMessages !== undefined && { combineMessages: combineMessages && combined(combineMessages) }),
    ...(inactivity && { inactivity: inactive(inactivity) }),
  };
}

function combined({
  maxMessages,
  timeFrame,
  timeFrameAfterTyping,
}: NonNullable<WrittenSettings['combineMessages']>): Partial<CombineMessages> {
  return {
    ...(maxMessages !== undefined && { maxMessages }),
    ...(timeFrame !== undefined && { timeFrame: timeOf(timeFrame) }),
    ...(timeFrameAfterTyping !== undefined && { timeFrameAfterTyping: timeOf(timeFrameAfterTyping) }),
  };
}

function inactive({
  timeUntilWarning,
  timeUntilClose,
  ...messages
}: NonNullable<WrittenSettings['inactivity']>): Partial<Inactivity> {
  const { warningMessage, closeMessage } = messages;
  return {
    ...(warningMessage !== undefined && { warningMessage }),
    ...(closeMessage !== undefined && { closeMessage }),
    ...(timeUntilWarning !== undefined && {
      timeUntilWarning: timeUntilWarning === null ? null : timeOf(timeUntilWarning),
    }),
    ...(timeUntilClose !== undefined && {
      timeUntilClose: timeUntilClose === null ? null : timeOf(timeUntilClose),
    }),
  };
}

/** Milliseconds of a time as it is written. */
export function timeOf(time: Time): number {
  return typeof time === 'number' ? time * 1_000 : (milliseconds(time) ?? Number.NaN);
}
