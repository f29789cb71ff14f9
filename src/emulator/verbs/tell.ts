import type { TwimlNode } from '../../twiml/node.js';
import { resolveCallback } from '../documents/document.js';
import { sendCallback } from '../wire/callbacks.js';
import type { Parameters, Webhook } from '../wire/webhook.js';
import { readMethod } from './read.js';
import type { VerbContext } from './verb.js';

/** What an application is told while a verb runs. */
export interface Report {
  readonly kind: Webhook['kind'];
  readonly parameters: Parameters;
  /** The attribute that says whom to tell. @default 'statusCallback' */
  readonly attribute?: string;
  /** What Twilio's debugger reports when the answer is no success. */
  readonly callbackCode?: number;
}

/** Tells whoever an attribute of an element names; without the attribute, nobody. */
export function tell(
  { leg, document, event }: Pick<VerbContext, 'leg' | 'document' | 'event'>,
  node: TwimlNode,
  { kind, parameters, attribute = 'statusCallback', callbackCode }: Report,
): void {
  const url = resolveCallback(document, node.attributes[attribute]);
  if (url === undefined) return;
  const method = readMethod(node, `${attribute.replace(/Url$/, '')}Method`);
  const webhook = { kind, url, method, parameters, callSid: leg.sid, jar: leg.jar, causes: [event] };
  sendCallback({ ...webhook, ...(callbackCode !== undefined && { callbackCode }) }, leg.world);
}
