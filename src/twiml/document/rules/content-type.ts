import { bodyOf, mediaTypeOf } from '../reply-parts.js';
import type { Finding, Rule } from '../rule.js';

export const contentType: Rule<'content-type'> = {
  id: 'content-type',
  severity: 'error',
  codes: [12300],
  text: 'An answer has the content type `text/xml` or `application/xml`.',
  trips: { reply: { status: 200, headers: { 'content-type': 'application/json' }, body: '<Response/>' } },
  passes: { reply: { status: 200, headers: { 'content-type': 'text/xml; charset=utf-8' }, body: '<Response/>' } },
  reply(reply, options) {
    if (reply.status < 200 || reply.status >= 300 || bodyOf(reply).trim() === '') return undefined;
    const type = mediaTypeOf(reply);
    if (options.context === 'status-callback') return type === 'text/xml' || type === 'application/xml' ? undefined : UNREAD;
    if (type === undefined || type === '') return { message: 'An answer has a Content-Type, text/xml; this one has none.' };
    if (type === 'text/xml' || type === 'application/xml') return undefined;
    // Twilio's pages take text/html for TwiML, and an article of its support does not.
    if (type === 'text/html') return { message: 'Twilio may refuse text/html; answer TwiML as text/xml.', severity: 'info' };
    if (type === 'text/plain')
      return { message: 'Twilio speaks or sends text/plain as it is; answer TwiML as text/xml.', severity: 'info' };
    if (type.startsWith('audio/') && options.document !== 'messaging') return undefined;
    return { message: `An answer with TwiML has the Content-Type text/xml; found ${type.slice(0, 60)}.` };
  },
};

/** Twilio reads no body of such an answer, and its debugger may complain of its type all the same. */
const UNREAD: Finding = {
  message: 'A status callback is answered with an empty body, best with 204: Twilio may warn of a body that is not text/xml.',
  severity: 'info',
};
