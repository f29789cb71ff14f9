import type { Outgoing } from '../../delivery/exchange.js';
import { kindSchema } from '../../delivery/kind.js';
import { carryOver, makeOutgoing } from '../../delivery/outgoing.js';
import { parseTwiml } from '../../twiml/document/index.js';
import type { TwimlNode } from '../../twiml/index.js';
import type { Conversation } from './settings.js';

/** Sends the webhook of a message, and asks for the documents that a `<Redirect>` names. */
export async function followMessage({ first, settings, send }: Conversation): Promise<void> {
  const { carrier, seed, authToken, sharedKey } = settings;
  const schema = kindSchema('messaging.twiml.redirect');
  for (let outgoing: Outgoing = first; ; ) {
    const redirect = findRedirect((await send(outgoing)).answer?.body ?? '');
    if (redirect === undefined) return;
    const route = carrier.router.resolve(redirect.reference, outgoing.route);
    const content = carryOver(schema, first.parameters, { seed });
    outgoing = makeOutgoing({ schema, content, route, seed, authToken, sharedKey, method: redirect.method });
  }
}

function findRedirect(body: string): { readonly reference: string; readonly method: 'GET' | 'POST' } | undefined {
  const node = readElements(body).find(({ tag }) => tag === 'Redirect');
  if (node === undefined) return undefined;
  const reference = node.children.filter((child) => typeof child === 'string').join('');
  return { reference: reference.trim(), method: node.attributes.method?.toUpperCase() === 'GET' ? 'GET' : 'POST' };
}

function readElements(body: string): TwimlNode[] {
  try {
    return parseTwiml(body).children.filter((child) => typeof child === 'object' && 'tag' in child);
  } catch {
    // The linter has told about it.
    return [];
  }
}
