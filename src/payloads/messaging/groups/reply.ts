import { optional, sid, text } from '../../schema/fields.js';

/** Which message a WhatsApp user answers, by quoting it or tapping its button within seven days. */
export const replyParameters = {
  /** The address of who wrote the message that is answered, such as `whatsapp:+14155238886`. */
  OriginalRepliedMessageSender: optional(text()),
  /** The message that is answered, while Twilio still knows it. */
  OriginalRepliedMessageSid: optional(sid('SM', 'MM')),
};
