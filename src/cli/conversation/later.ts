import { DeliveryError } from '../../delivery/delivery-error.js';
import type { Route } from '../../delivery/route.js';
import type { WebhookKind } from '../../payloads/index.js';
import { conductOf } from '../../twiml/conduct.js';
import type { TwimlNode } from '../../twiml/index.js';
import { quoteWord } from '../act.js';
import type { Settings } from './settings.js';

/** What the commands that go on are made of. */
export interface Describing {
  readonly settings: Settings;
  /** The route of the document that runs. */
  base(): Route;
}

/** Says why a call goes no further at a verb, and by what commands it goes on. */
export function describeLater(verb: TwimlNode, describing: Describing): string[] {
  const { tag, attributes } = verb;
  const commands = (conductOf('voice', tag)?.asks ?? []).flatMap(({ by, kinds: [kind], otherwise }) => {
    const reference = attributes[by] ?? (otherwise === undefined ? undefined : '');
    if (by === 'text' || reference === undefined) return [];
    return [`  ${describeCommand(kindOf(kind as WebhookKind, verb), by, reference, describing)}`];
  });
  const after = commands.length > 0 ? '' : ' Then the call goes on with what stands behind it, if it is still there.';
  const next = commands.length === 0 ? [] : ['Twilio would go on with:', ...commands];
  return [`<${tag}> ends this walk: what happens there is not played; \`ringback call\` plays it.${after}`, ...next];
}

/** The command that goes on, where the request would come to this server. */
function describeCommand(kind: WebhookKind, attribute: string, reference: string, { settings, base }: Describing): string {
  const { carrier, seed } = settings;
  try {
    const { target, publicUrl } = carrier.router.resolve(reference, base());
    const as = publicUrl.split('#', 1)[0] === target.href.split('#', 1)[0] ? '' : ` --as ${quoteWord(publicUrl)}`;
    return `ringback send ${kind} ${quoteWord(target.href)}${as} --seed ${seed}  (${attribute})`;
  } catch (error) {
    if (error instanceof DeliveryError) return `${reference}  (${attribute})`;
    throw error;
  }
}

/** What `<Connect>` reports depends on what it connected. */
function kindOf(kind: WebhookKind, { children }: TwimlNode): WebhookKind {
  if (kind !== 'voice.connect') return kind;
  const noun = children.find((child) => typeof child === 'object' && 'tag' in child);
  if (noun?.tag === 'ConversationRelay') return 'voice.connect.conversation-relay';
  return noun?.tag === 'VirtualAgent' ? 'voice.connect.virtual-agent' : kind;
}
