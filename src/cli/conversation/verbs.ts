import type { Leg } from '../../emulator/calls/leg.js';
import { gather } from '../../emulator/verbs/gather.js';
import { findVerb } from '../../emulator/verbs/index.js';
import type { Verb } from '../../emulator/verbs/verb.js';
import { conductOf } from '../../twiml/conduct.js';
import type { TwimlNode } from '../../twiml/index.js';
import { type Act, writeAct } from '../act.js';
import { type Describing, describeLater } from './later.js';

/** What the engine runs as it is. What only makes a sound or goes on beside the call is passed over, as nobody is there. */
const RUN: readonly string[] = ['Say', 'Pause', 'Redirect', 'Hangup', 'Reject', 'Leave'];

/** Verbs that wait for one of these are over by themselves, as far as is known. All others wait for something that is not there. */
const PASSING: readonly string[] = ['nothing', 'sound', 'time', 'unknown'];

const HINTS = {
  keys: '--press 1 presses one, --silence presses none',
  speech: '--say "…" says something, --silence nothing',
  'keys or speech': '--press 1 presses one, --say "…" says something',
} as const;

/** How verbs take part in a conversation from the command line. */
export interface Part {
  /** What is done at each `<Gather>`; what was done is taken off. */
  readonly acts: Act[];
  readonly describe: Describing;
  /** Takes down why it goes no further. */
  end(notes: readonly string[]): void;
}

/** Makes the verbs of the engine that a caller without company can go through. */
export function makeVerbs(part: Part): typeof findVerb {
  return (tag, level) => {
    if (RUN.includes(tag)) return findVerb(tag, level);
    if (tag === 'Gather') return gatherFrom(part);
    const conduct = conductOf('voice', tag);
    return conduct === undefined || PASSING.includes(conduct.waitsFor) ? undefined : stopAt(tag, part);
  };
}

function stopAt(tag: string, { describe, end }: Part): Verb {
  return {
    tag,
    async run({ node }) {
      end(describeLater(node, describe));
      return { end: 'leave' };
    },
  };
}

/** Does what is next on the command line, or goes no further. */
function gatherFrom({ acts, end }: Part): Verb {
  return {
    ...gather,
    async run(context) {
      const [act] = acts;
      const refusal = refuse(context.node, act);
      if (act === undefined || refusal !== undefined) {
        end(refusal === undefined ? [] : [refusal]);
        return { end: 'leave' };
      }
      acts.shift();
      const running = gather.run(context);
      perform(act, context.leg);
      return running;
    },
  };
}

/** Why an act cannot be done here. */
function refuse({ attributes }: TwimlNode, act: Act | undefined): string | undefined {
  const inputs = (attributes.input ?? 'dtmf').split(/\s+/);
  const asked = inputs.includes('dtmf') ? (inputs.includes('speech') ? 'keys or speech' : 'keys') : 'speech';
  if (act === undefined) return `<Gather> waits for ${asked}; ${HINTS[asked]}.`;
  const isWrong = (act.does === 'press' && asked === 'speech') || (act.does === 'say' && asked === 'keys');
  return isWrong ? `<Gather> waits for ${asked}, and takes no ${writeAct(act)}.` : undefined;
}

function perform(act: Act, { line }: Leg): void {
  if (act.does === 'press') for (const key of act.keys.replaceAll('w', '')) line.key(key);
  if (act.does === 'say') line.speak({ text: act.words, confidence: CONFIDENCE, ms: 0, partials: [] })();
}

/** How sure the recognition of speech is. */
const CONFIDENCE = 0.9;
