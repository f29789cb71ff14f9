import type { Deviation } from './deviation.js';

export const sendgridDeviations: readonly Deviation[] = [
  {
    kind: 'sendgrid.event',
    parameter: 'attempt',
    documented: 'a number as text',
    actual: 'a number in the tests of a library; both are read',
    source: 'vapor-community/sendgrid-kit: its tests',
  },
  {
    kind: 'sendgrid.event',
    parameter: 'email',
    documented: 'in every event',
    actual: 'absent of account_status_change',
    source: 'vapor-community/sendgrid-kit: its tests',
  },
];
