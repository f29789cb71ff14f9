import type { Deviation } from './deviation.js';

export const proxyDeviations: readonly Deviation[] = [
  {
    kind: 'proxy.callback',
    parameter: 'inboundResourceType',
    documented: 'Message or Call',
    actual: 'message or call',
    source: 'two handlers of live traffic, which compare with small letters, against https://www.twilio.com/docs/proxy/api/webhooks',
  },
];
