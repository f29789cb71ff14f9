import type { TwimlNode } from '../../../twiml/node.js';
import { elementsIn } from '../read.js';
import type { Verb, VerbContext } from '../verb.js';
import type { Beside } from './beside.js';
import { startRecording } from './recording.js';
import { startSiprec } from './siprec.js';
import { startStream } from './stream.js';
import { startTranscription } from './transcription.js';

type Starter = (context: VerbContext, node: TwimlNode) => Beside;

const STARTERS: Readonly<Record<string, Starter>> = {
  Recording: startRecording,
  Siprec: startSiprec,
  Stream: startStream,
  Transcription: startTranscription,
};

/** Starts something that runs beside the call; the next verb runs at once. */
export const start: Verb = {
  tag: 'Start',
  async run(context) {
    const { leg } = context;
    for (const node of elementsIn(context.node)) {
      const starter = Object.hasOwn(STARTERS, node.tag) ? STARTERS[node.tag] : undefined;
      if (starter === undefined) continue;
      const running = starter(context, node);
      leg.beside.add(running);
      leg.scope
        .wait(() => () => {
          // What was stopped before is not stopped again.
          if (leg.beside.delete(running)) running.stop();
        })
        .catch(() => undefined);
    }
    return undefined;
  },
};

/** Stops what `<Start>` started, by its name. */
export const stop: Verb = {
  tag: 'Stop',
  async run({ leg, node }) {
    for (const { tag, attributes } of elementsIn(node)) {
      const running = [...leg.beside].find((one) => one.tag === tag && (attributes.name === undefined || one.name === attributes.name));
      if (running === undefined) continue;
      leg.beside.delete(running);
      running.stop();
    }
    return undefined;
  },
};
