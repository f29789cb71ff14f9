import { openEnum } from '../../schema/fields.js';

/** What a part of a conversation goes over. */
export const channel = openEnum('VOICE', 'SMS', 'RCS', 'EMAIL', 'WHATSAPP', 'CHAT', 'VIDEO', 'API', 'SYSTEM');
