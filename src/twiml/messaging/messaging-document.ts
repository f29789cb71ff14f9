import type { TwimlDocument } from '../element.js';

/** A messaging document, finished or not: what the webhook of an incoming message answers. */
export interface MessagingDocument extends TwimlDocument<'messaging'> {}
