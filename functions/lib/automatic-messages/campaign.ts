import type { General } from '../events/automatic-messages';
import { identifier } from '../identifier';

/** Where the conversation began; null where the payload does not say. */
export interface Campaign {
  campaignId: string | null;
  engagementId: string | null;
}

/** Reads both spellings: the documented `id` and `engangementId`, and `campaignId` and `engagementId` of real calls. */
export function campaignOf(general: General | null | undefined): Campaign {
  const info = general?.campaignInfo;
  return {
    campaignId: identifier(info?.campaignId ?? info?.id),
    engagementId: identifier(info?.engagementId ?? info?.engangementId),
  };
}
