export type { ProxyInteractionData } from './groups/interaction.js';
export { ProxyCallback } from './proxy-callback.js';
export { ProxyIntercept } from './proxy-intercept.js';
export { ProxyOutOfSessionCall } from './proxy-out-of-session-call.js';
export { ProxyOutOfSessionMessage } from './proxy-out-of-session-message.js';
export { ProxySessionAnswer } from './replies/proxy-session-answer.js';
