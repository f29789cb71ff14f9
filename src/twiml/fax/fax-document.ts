import type { TwimlDocument } from '../element.js';

/** A fax document, finished or not: what the webhook of an incoming fax answers. */
export interface FaxDocument extends TwimlDocument<'fax'> {}
