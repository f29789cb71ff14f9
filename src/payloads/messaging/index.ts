export type { MessageMedia } from './groups/media.js';
export { IncomingMessage } from './incoming-message.js';
export { MessageStatusCallback } from './message-status-callback.js';
