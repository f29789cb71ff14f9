import { sendCallback } from '../../wire/callbacks.js';
import type { Parameters, Webhook } from '../../wire/webhook.js';
import type { RestRequest } from '../rest-request.js';
import { findService } from './sync-book.js';

/**
 * Tells the webhook of a service what has changed. Changes made by REST are told only where the service says so:
 * https://www.twilio.com/docs/sync/webhooks
 */
export function tellChange(request: RestRequest, kind: Webhook['kind'], eventType: string, parameters: Parameters): void {
  const { sid, webhookUrl, tellsRest } = findService(request);
  if (webhookUrl === undefined || !tellsRest) return;
  const { directory } = request.world;
  const shared = { AccountSid: request.account, ServiceSid: sid, EventType: eventType, Identity: 'system' };
  sendCallback({ kind, url: directory.resolve(webhookUrl), method: 'POST', parameters: { ...shared, ...parameters } }, request.world);
}
