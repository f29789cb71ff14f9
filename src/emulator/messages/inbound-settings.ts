import type { World } from '../world.js';
import type { StatusAddress } from './message.js';
import type { MessagingService } from './messaging-service.js';

/** Who answers the messages of one of our senders. */
export interface InboundSettings {
  readonly url: StatusAddress | undefined;
  readonly fallback: StatusAddress | undefined;
}

/**
 * Finds out who answers. The URLs of a Messaging Service count for its whole pool, unless it leaves that to its numbers:
 * https://www.twilio.com/docs/messaging/services
 */
export function readInboundSettings({ directory }: World, sender: string, service: MessagingService | undefined): InboundSettings {
  const resolve = (url: string | undefined, method: 'GET' | 'POST' = 'POST') =>
    url === undefined || url === '' ? undefined : { url: directory.resolve(url), method };
  if (service !== undefined && service.settings.useInboundWebhookOnNumber !== true) {
    const { inboundRequestUrl, inboundMethod, fallbackUrl, fallbackMethod } = service.settings;
    return { url: resolve(inboundRequestUrl, inboundMethod), fallback: resolve(fallbackUrl, fallbackMethod) };
  }
  const number = directory.numbers.get(sender) ?? {};
  const application = directory.applications.get(number.smsApplicationSid ?? '');
  const { smsUrl, smsMethod, smsFallbackUrl, smsFallbackMethod } = application ?? number;
  return { url: resolve(smsUrl, smsMethod), fallback: resolve(smsFallbackUrl, smsFallbackMethod) };
}
