import { elementsIn } from '../read.js';
import type { Verb } from '../verb.js';
import { connectRelay } from './relay.js';
import { connectStream } from './stream.js';

/** Connects the caller with something that is no telephone: an agent, a stream. */
export const connect: Verb = {
  tag: 'Connect',
  async run(context) {
    const [node] = elementsIn(context.node);
    if (node?.tag === 'ConversationRelay') return connectRelay(context, node);
    if (node?.tag === 'Stream') return connectStream(context, node);
    if (node !== undefined) {
      const message = `The emulator does not connect calls with <${node.tag}>: the document goes on.`;
      context.leg.world.report({ severity: 'info', message }, [context.event]);
    }
    return undefined;
  },
};
