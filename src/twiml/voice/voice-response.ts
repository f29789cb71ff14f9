import { type Element, element, startDocument, type TwimlBuilder } from '../element.js';
import { oneOf } from '../kinds.js';
import { type AnnotateVerb, annotateElement } from './annotate.js';
import { type ConnectVerb, connectElement } from './connect.js';
import { type DialVerb, dialElement } from './dial.js';
import { type EchoVerb, echoElement } from './echo.js';
import { type EnqueueVerb, enqueueElement } from './enqueue.js';
import { type GatherVerb, gatherElement } from './gather.js';
import { type HangupVerb, hangupElement } from './hangup.js';
import { type LeaveVerb, leaveElement } from './leave.js';
import { type PauseVerb, pauseElement } from './pause.js';
import { type PayVerb, payElement } from './pay.js';
import { type PlayVerb, playElement } from './play.js';
import { type PromptVerb, promptElement } from './prompt.js';
import { type QueueVerb, queueElement } from './queue.js';
import { type RecordVerb, recordElement } from './record.js';
import { type RedirectVerb, redirectElement } from './redirect.js';
import { type ReferVerb, referElement } from './refer.js';
import { type RejectVerb, rejectElement } from './reject.js';
import { type SayVerb, sayElement } from './say.js';
import { type SmsVerb, smsElement } from './sms.js';
import { type StartVerb, startElement } from './start.js';
import { type StopVerb, stopElement } from './stop.js';
import type { VoiceDocument } from './voice-document.js';

const attributes = {
  /**
   * The version of TwiML, once. The builder never writes it.
   *
   * @deprecated There has been one version since 2010.
   */
  version: oneOf('2008-08-01', '2010-04-01'),
};

/** A voice document: what Twilio does with a call, one verb after the other. */
export interface VoiceResponse
  extends VoiceDocument,
    TwimlBuilder,
    AnnotateVerb,
    ConnectVerb,
    DialVerb,
    EchoVerb,
    EnqueueVerb,
    GatherVerb,
    HangupVerb,
    LeaveVerb,
    PauseVerb,
    PayVerb,
    PlayVerb,
    PromptVerb,
    QueueVerb,
    RecordVerb,
    RedirectVerb,
    ReferVerb,
    RejectVerb,
    SayVerb,
    SmsVerb,
    StartVerb,
    StopVerb {}

/** @internal */
export const voiceResponseElement: Element = element<VoiceResponse>({
  tag: 'Response',
  attributes,
  children: {
    annotate: () => annotateElement,
    connect: () => connectElement,
    dial: () => dialElement,
    echo: () => echoElement,
    enqueue: () => enqueueElement,
    gather: () => gatherElement,
    hangup: () => hangupElement,
    leave: () => leaveElement,
    pause: () => pauseElement,
    pay: () => payElement,
    play: () => playElement,
    prompt: () => promptElement,
    queue: () => queueElement,
    record: () => recordElement,
    redirect: () => redirectElement,
    refer: () => referElement,
    reject: () => rejectElement,
    say: () => sayElement,
    sms: () => smsElement,
    start: () => startElement,
    stop: () => stopElement,
  },
});

/**
 * Starts a voice document.
 *
 * @example
 * ```ts
 * voiceResponse().say('Goodbye.').hangup().toString();
 * ```
 */
export function voiceResponse(): VoiceResponse {
  return startDocument(voiceResponseElement, 'voice');
}
