/** Where Twilio can mix the sound of a conference. */
export const conferenceRegions = ['us1', 'us2', 'ie1', 'sg1', 'br1', 'au1', 'jp1', 'de1'] as const;

/** A region that mixes conferences. */
// `| never` keeps the name: without it, the compiler prints every value wherever it means this type.
export type ConferenceRegion = (typeof conferenceRegions)[number] | never;
