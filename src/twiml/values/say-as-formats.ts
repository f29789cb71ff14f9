/** The orders of day, month and year. */
export const sayAsFormats = ['mdy', 'dmy', 'ymd', 'md', 'dm', 'ym', 'my', 'd', 'm', 'y', 'yyyymmdd'] as const;

/** How a date is written. */
export type SayAsFormat = (typeof sayAsFormats)[number];
