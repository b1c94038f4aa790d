/** A client of the account that may fetch tokens. */
export interface ClientPreset {
  id: string;
  secret: string;
  /** Seconds that its tokens hold; an hour where it is missing. */
  expiresIn?: number;
}

/** What an imitated account starts with: `account.yaml`, with a payload's own `account:` laid over it. */
export interface AccountPresets {
  /** The account's time at the start, as ISO text or epoch milliseconds; now where it is missing. */
  clock?: string | number;
  /** More services for CSDS, by name with their host; `false` for one that the account does not have. */
  services?: Record<string, string | false>;
  /** Who may fetch tokens; every secret that looks like an app key where it is missing. */
  clients?: ClientPreset[];
}
