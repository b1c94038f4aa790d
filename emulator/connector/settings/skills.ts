/** An agent of a skill. */
export interface SkillAgent {
  id: string;
  name?: string;
  /** Logged in, with a free slot; so where it is missing. */
  available?: boolean;
}

/** A skill of the account, by its name, which is case-sensitive. */
export interface Skill {
  name: string;
  /** Its agents; one who can take any conversation where they are missing. */
  agents?: readonly SkillAgent[];
}
