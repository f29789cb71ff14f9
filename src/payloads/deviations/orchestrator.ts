import type { Deviation } from './deviation.js';

export const orchestratorDeviations: readonly Deviation[] = [
  {
    kind: 'orchestrator.participant_removed',
    parameter: 'data',
    documented: 'the fields of the other events about participants, by the same words',
    actual: 'not seen: that a removal has them all is inferred',
    source: 'https://www.twilio.com/docs/conversations/orchestrator/webhooks',
  },
];
