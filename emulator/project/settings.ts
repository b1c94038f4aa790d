/** lpf's own `functions/settings.json`: local secrets and, for v1, the domains that may be called. */
export interface Settings {
  secrets: { key: string; value: unknown }[];
  whitelist: string[];
}
