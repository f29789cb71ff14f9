/** The orders of day, month and year. */
export const sayAsFormats = ['mdy', 'dmy', 'ymd', 'md', 'dm', 'ym', 'my', 'd', 'm', 'y', 'yyyymmdd'] as const;

/** How a date is written. */
// `| never` keeps the name: without it, the compiler prints every value wherever it means this type.
export type SayAsFormat = (typeof sayAsFormats)[number] | never;
