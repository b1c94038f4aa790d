import type { AutomaticMessage, Participant } from '../events/automatic-messages';
import { idText } from './id-text';

/** Who came, who went and who owns the conversation now. Ids are texts. */
export interface ParticipantsDifference {
  /** The assigned agent before and after; null where there was none. */
  assigned: { before: string | null; after: string | null };
  /** Agents beside the assigned one who were not there before in any role. */
  joined: string[];
  /** Whether a consumer was there before and is not any more. */
  consumerLeft: boolean;
}

/** Compares the two lists by role; null where one of them is missing or empty, because then nothing is certain. */
export function participantsDifference(request: AutomaticMessage<string>): ParticipantsDifference | null {
  const before = participants(request.participantChange?.oldParticipants);
  const after = participants(request.participantChange?.newParticipants);
  if (before.length === 0 || after.length === 0) return null;
  const known = before.map(({ id }) => id);
  return {
    assigned: {
      before: idsOf(before, 'ASSIGNED_AGENT')[0] ?? null,
      after: idsOf(after, 'ASSIGNED_AGENT')[0] ?? null,
    },
    joined: idsOf(after, 'AGENT').filter((id) => !known.includes(id)),
    consumerLeft: idsOf(before, 'CONSUMER').length > 0 && idsOf(after, 'CONSUMER').length === 0,
  };
}

/** The ids of those in that role, as texts. */
export function idsInRole(list: readonly (Participant | null)[] | null | undefined, role: string): string[] {
  return idsOf(participants(list), role);
}

interface Known {
  id: string;
  role: string;
}

function participants(list: readonly (Participant | null)[] | null | undefined): Known[] {
  if (!Array.isArray(list)) return [];
  return list.flatMap((entry: Participant | null) => {
    const id = idText(entry?.id);
    return id === null ? [] : [{ id, role: String(entry?.role).toUpperCase() }];
  });
}

function idsOf(list: readonly Known[], role: string): string[] {
  return list.filter((entry) => entry.role === role).map(({ id }) => id);
}
