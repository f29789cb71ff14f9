import type { DocumentLevel } from '../calls/names.js';
import { connect } from './connect/connect.js';
import { dial } from './dial/dial.js';
import { enqueue } from './enqueue.js';
import { gather } from './gather.js';
import { hangup } from './hangup.js';
import { leave } from './leave.js';
import { pause } from './pause.js';
import { pay } from './pay/pay.js';
import { play } from './play.js';
import { record } from './record.js';
import { redirect } from './redirect.js';
import { refer } from './refer.js';
import { reject } from './reject.js';
import { say } from './say.js';
import { sms } from './sms.js';
import { start, stop } from './start/start.js';
import type { Verb } from './verb.js';

/** Every verb by its element's name. */
const VERBS: ReadonlyMap<string, Verb> = new Map(
  [say, play, pause, gather, record, dial, connect, enqueue, pay, refer, start, stop, sms, redirect, reject, hangup, leave].map((verb) => [
    verb.tag,
    verb,
  ]),
);

/** What may be run of a document that is not the call's own. The linter reports the rest. */
const ALLOWED: { readonly [Level in DocumentLevel]?: readonly string[] } = {
  'conference-wait': ['Say', 'Play', 'Pause', 'Redirect'],
  announcement: ['Say', 'Play', 'Pause'],
  'enqueue-wait': ['Say', 'Play', 'Pause', 'Gather', 'Redirect', 'Hangup', 'Leave'],
};

/** How Twilio executes an element at a level; `undefined` where it passes over it. */
export function findVerb(tag: string, level: DocumentLevel): Verb | undefined {
  const allowed = ALLOWED[level];
  // There is no queue to leave.
  if (tag === 'Leave' && level !== 'enqueue-wait') return undefined;
  return allowed === undefined || allowed.includes(tag) ? VERBS.get(tag) : undefined;
}
