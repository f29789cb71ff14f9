export type SayLanguage = 'en-US' | 'en-GB';
