/** What all stories have in common. */
export interface StoryOptions {
  /**
   * Which of endlessly many: equal seeds tell equal stories, about the same account, call and numbers as the fixtures of the seed.
   * @default 0
   */
  readonly seed?: number | undefined;
  /** When it begins. @default 5 January 2026, 12:00 UTC */
  readonly start?: Date | undefined;
  /** How many of the status callbacks never reach you. Requests that want an answer always do: without it nothing goes on. @default 0 */
  readonly gaps?: number | undefined;
  /** How many webhooks reach you twice, with one idempotency token, as when the first answer came too late. @default 0 */
  readonly repeats?: number | undefined;
  /** How many status callbacks come late, after something that happened after them. @default 0 */
  readonly disorder?: number | undefined;
}

/** Who takes part in a story. */
export interface PartyOptions {
  /** The customer's number, in E.164. @default one by the seed */
  readonly customer?: string | undefined;
  /** Your number, in E.164. @default one by the seed */
  readonly business?: string | undefined;
}
