import type { Deviation } from './deviation.js';

export const intelligenceDeviations: readonly Deviation[] = [
  {
    kind: 'intelligence.operator-results',
    parameter: 'intelligenceConfiguration.friendlyName',
    documented: 'friendlyName, in the types of the SDK',
    actual: 'displayName',
    source: 'a request captured from a live account, 2026-06-08',
  },
  {
    kind: 'intelligence.operator-results',
    parameter: 'operatorResults.executionDetails.participants.profileId',
    documented: 'the id of a profile',
    actual: 'absent or null where there is none',
    source: 'a request captured from a live account, 2026-06-08',
  },
  {
    kind: 'intelligence.operator-results',
    parameter: 'operatorResults.operator.name',
    documented: 'name, in the types of the SDK',
    actual: 'displayName',
    source: 'a request captured from a live account, 2026-06-08',
  },
];
