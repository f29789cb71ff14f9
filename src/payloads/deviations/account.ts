import type { Deviation } from './deviation.js';

export const accountDeviations: readonly Deviation[] = [
  {
    kind: 'account.debugger',
    parameter: 'Level',
    documented: 'Error or Warning',
    actual: 'ERROR and WARNING, in capitals',
    source: 'google/exposure-notifications-verification-server: a recorded request with its signature',
  },
  {
    kind: 'account.debugger',
    parameter: 'Payload',
    documented: 'every part has a value',
    actual: 'service_sid and, in webhook, method, status_code and body may be null',
    source: 'recorded debugger events',
  },
];
