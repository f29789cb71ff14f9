/** How many redirects of HTTP Twilio follows: https://www.twilio.com/docs/api/errors/11215 */
export const MOST_REDIRECTS = 10;

/** The statuses that Twilio follows, always by GET: https://www.twilio.com/docs/usage/webhooks/webhooks-faq */
const REDIRECTS: readonly number[] = [301, 302, 307];

/** Whether Twilio follows an answer to where it points. */
export function isRedirect(status: number): boolean {
  return REDIRECTS.includes(status);
}
