export { AccountConnectAuthorize } from './account-connect-authorize.js';
export { AccountConnectDeauthorize } from './account-connect-deauthorize.js';
export { DebuggerEvent } from './debugger-event.js';
export type { DebuggerPayload, DebuggerWebhook, DebuggerWebhookRequest, DebuggerWebhookResponse } from './groups/debugger-payload.js';
export { UsageTrigger } from './usage-trigger.js';
