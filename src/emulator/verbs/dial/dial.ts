import { VerbFailure } from '../../documents/verb-failure.js';
import { elementsIn, readFlag } from '../read.js';
import type { Verb } from '../verb.js';
import { dialApplication } from './application.js';
import { dialConference } from './conference.js';
import { dialPeople } from './people.js';
import { dialQueue } from './queue.js';

/** Connects the caller with somebody. */
export const dial: Verb = {
  tag: 'Dial',
  staysUnanswered: (node) => readFlag(node, 'answerOnBridge', false),
  async run(context) {
    if (context.level !== 'call')
      throw new VerbFailure(13201, 'A document for the person who was called cannot dial: <Dial> stands in it.');
    const [conference, queue, application] = ['Conference', 'Queue', 'Application'].map((tag) =>
      elementsIn(context.node).find((noun) => noun.tag === tag),
    );
    if (conference !== undefined) return dialConference(context, conference);
    if (queue !== undefined) return dialQueue(context, queue);
    return application === undefined ? dialPeople(context) : dialApplication(context, application);
  },
};
