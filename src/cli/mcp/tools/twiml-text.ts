import * as z from 'zod';

/** A document, as the tools take it. Twilio itself takes 64 KB. */
export const twimlText = z.string().max(200_000).describe('The TwiML document, as text');
