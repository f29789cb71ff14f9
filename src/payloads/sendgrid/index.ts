export type { SendgridFile } from './mail-object.js';
export { SendgridEvent, type SendgridNewsletter, type SendgridPool, type SendgridUrlOffset } from './sendgrid-event.js';
export { SendgridEvents, type SendgridUnknownEvent } from './sendgrid-events.js';
export { type SendgridAttachment, type SendgridEnvelope, SendgridInboundParse } from './sendgrid-inbound-parse.js';
export { uniqueArguments } from './unique-arguments.js';
