import { nearestName } from '../twiml/did-you-mean.js';
import { MESSAGE_DEVIATIONS } from './messages/deviations.js';
import { AGENT_DEVIATIONS } from './sockets/deviations.js';

/** What Twilio does not document, or what its sources disagree on, and how the emulator has decided. */
export interface Deviation {
  /** What is not known. */
  readonly question: string;
  /** What the emulator can do; the first is what it does. */
  readonly values: readonly (string | number)[];
  /**
   * How sure the first is: `conflict` where sources contradict one another, `medium` where one weak source or a short inference speaks for
   * it, `low` where nothing does but the documented rules around it.
   */
  readonly certainty: 'conflict' | 'medium' | 'low';
  /** What speaks for the values. */
  readonly source: string;
}

const DIAL = 'https://www.twilio.com/docs/voice/twiml/dial';
const CONFERENCE = 'https://www.twilio.com/docs/voice/twiml/conference';
const INFERRED = 'No source says so; inferred from the documented rules.';

/** Every behaviour that is a decision of the emulator and not a documented fact. The option `deviations` changes them one by one. */
export const DEVIATIONS = {
  silentRecord: {
    question: 'A `<Record>` in which nothing was said: is its action requested, or does the next verb run?',
    values: ['action', 'next-verb'],
    certainty: 'conflict',
    source: 'https://www.twilio.com/docs/voice/twiml/record says the first, older copies of the page say the second.',
  },
  callerGivesUp: {
    question: 'Which `DialCallStatus` does the action of a `<Dial>` get when the caller hangs up before anybody answered?',
    values: ['canceled', 'no-answer'],
    certainty: 'conflict',
    source: `${DIAL} keeps canceled for the REST API; applications in production see canceled.`,
  },
  httpRedirects: {
    question: 'An answer with an HTTP status of 3xx: is it followed, or an error?',
    values: ['followed', 'error'],
    certainty: 'conflict',
    source: 'https://www.twilio.com/docs/voice/twiml says the first, the notes of an old test tool the second.',
  },
  redirectParameters: {
    question: 'The GET to which an HTTP redirect leads: does it carry the parameters of the call?',
    values: ['call', 'none'],
    certainty: 'low',
    source: 'https://www.twilio.com/docs/voice/twiml/gather says no more than that what was posted, such as Digits, is lost.',
  },
  unknownVerb: {
    question: 'An element that is no verb, such as one in lower case: is it passed over with a warning, or does the document fail?',
    values: ['skipped', 'error'],
    certainty: 'conflict',
    source: 'https://www.twilio.com/docs/api/errors/12200 is a warning, https://www.twilio.com/docs/voice/twiml speaks of an error.',
  },
  payAttempts: {
    question: 'Is `maxAttempts` of `<Pay>` how often the caller is asked, or how often once more?',
    values: ['attempts', 'retries'],
    certainty: 'conflict',
    source: 'https://www.twilio.com/docs/voice/twiml/pay: the table says the first, the text the second.',
  },
  payGivesUp: {
    question: 'After the last failed attempt of a `<Pay>`: is the action requested, or does the next verb run?',
    values: ['action', 'next-verb'],
    certainty: 'conflict',
    source: 'https://www.twilio.com/docs/voice/twiml/pay: the table says the first, the text the second.',
  },
  incompletePayment: {
    question:
      'REST completes a payment before everything is captured: is its callback told of a validation error, or is the request refused?',
    values: ['called-back', 'refused'],
    certainty: 'low',
    source: 'https://www.twilio.com/docs/voice/api/payment-resource does not say.',
  },
  canceledPayment: {
    question: 'Which `Result` does the callback of a payment get that REST cancels?',
    values: ['canceled', 'validation-error'],
    certainty: 'low',
    source: 'https://www.twilio.com/docs/voice/api/payment-resource promises the callback, and lists no result for it.',
  },
  refusedRefer: {
    question: 'Which `ReferCallStatus` does the action of a `<Refer>` get that the endpoint refused?',
    values: ['none', 'failed'],
    certainty: 'conflict',
    source: 'https://www.twilio.com/docs/voice/twiml/refer: the table says the first, an example the second.',
  },
  queueSize: {
    question: 'How many callers does a queue take that `<Enqueue>` made?',
    values: [100, 1000],
    certainty: 'conflict',
    source: 'https://www.twilio.com/docs/voice/api/queue-resource says 100, https://www.twilio.com/docs/voice/twiml/enqueue says 1000.',
  },
  gatherTimeoutAuto: {
    question: 'What does `timeout="auto"` of a `<Gather>` mean?',
    values: ['default', 'first-pause'],
    certainty: 'conflict',
    source: 'https://www.twilio.com/docs/voice/twiml/gather: a positive number in one table, a number or auto in another.',
  },
  conferenceMethod: {
    question: 'By which method is the `statusCallback` of a conference asked where the document names none?',
    values: ['POST', 'GET'],
    certainty: 'conflict',
    source: `${CONFERENCE}: the row of the attribute has the text of another.`,
  },
  answeredCallback: {
    question: 'A call that the API made is answered: does the status callback come before the request for the document, or later?',
    values: ['first', 'later'],
    certainty: 'low',
    source: 'Twilio promises no order between the two.',
  },
  rejectReport: {
    question: 'A call that `<Reject>` refused: is the number’s status callback sent?',
    values: ['sent', 'not-sent'],
    certainty: 'low',
    source: 'https://www.twilio.com/docs/voice/api/call-resource has a status for it; nothing says that it is reported.',
  },
  rejectedByOurs: {
    question: 'One of our numbers calls another, whose document is a `<Reject>` without `reason`: how does the call end that was made?',
    values: ['no-answer', 'busy'],
    certainty: 'low',
    source: 'https://www.twilio.com/docs/voice/twiml/reject tells how the call ends that was rejected, and nothing of the other end.',
  },
  declined: {
    question: 'Somebody declines a ringing telephone, or hangs it up: how does the call end?',
    values: ['busy', 'no-answer'],
    certainty: 'medium',
    source: 'https://www.twilio.com/docs/voice/api/call-resource: busy means a busy signal, which is what most carriers make of it.',
  },
  gatherHangUp: {
    question: 'The caller hangs up in the middle of a `<Gather>`: is the action requested with what was entered so far?',
    values: ['not-asked', 'asked'],
    certainty: 'medium',
    source: 'https://www.twilio.com/docs/voice/twiml/gather does not say; of other verbs it is documented where they do.',
  },
  beepHangUp: {
    question: 'The caller hangs up while the beep of a `<Record>` sounds: is its action requested, though nothing was recorded?',
    values: ['asked', 'not-asked'],
    certainty: 'low',
    source: 'https://www.twilio.com/docs/voice/twiml/record speaks of a hang-up during the recording.',
  },
  interruptedAction: {
    question:
      'REST gives a call another document in the middle of a `<Dial>`, `<Record>`, `<Connect>`, `<Pay>` or `<Refer>`: is the action requested, too?',
    values: ['not-asked', 'asked'],
    certainty: 'low',
    source: INFERRED,
  },
  enqueueRedirected: {
    question: 'REST takes a caller out of a queue: is the action of `<Enqueue>` requested, with its answer ignored?',
    values: ['asked', 'not-asked'],
    certainty: 'medium',
    source: 'https://www.twilio.com/docs/voice/twiml/enqueue lists the result redirected, and does not say what becomes of the answer.',
  },
  unstartedConference: {
    question: 'Everybody leaves a conference that never started: is its end reported?',
    values: ['reported', 'not-reported'],
    certainty: 'low',
    source: INFERRED,
  },
  conferenceStart: {
    question: 'The second participant starts a conference: is the start reported after the join, or before it?',
    values: ['after-join', 'before-join'],
    certainty: 'low',
    source: 'Another emulator has the first; nothing is documented.',
  },
  holdMusic: {
    question: 'Somebody in a conference that is recorded is on hold: is their music in the recording?',
    values: ['not-recorded', 'recorded'],
    certainty: 'conflict',
    source: `${CONFERENCE} says the first; recordings that were made have it.`,
  },
  callerRefers: {
    question: 'The caller of a `<Dial>` asks by SIP REFER that the callee is transferred: whose call does the request to `referUrl` name?',
    values: ['callee', 'caller'],
    certainty: 'low',
    source: 'https://www.twilio.com/docs/voice/api/refer-to-twilio: either side may ask; the call that goes on is the callee’s.',
  },
  inboundSipResponse: {
    question: 'Does the report of an incoming call’s end have `SipResponseCode`?',
    values: ['present', 'absent'],
    certainty: 'conflict',
    source: 'https://www.twilio.com/docs/voice/twiml does not tell directions apart; a recorded request has none.',
  },
  unansweredDial: {
    question: 'A `<Dial answerOnBridge>` reached nobody: which `CallStatus` does its action get?',
    values: ['ringing', 'in-progress'],
    certainty: 'low',
    source: INFERRED,
  },
  failedLegs: {
    question:
      'Several were dialled and failed in different ways: whose `DialCallStatus` is told? Where all were busy it is busy in any case.',
    values: ['last', 'first'],
    certainty: 'low',
    source: INFERRED,
  },
  brokenSound: {
    question: 'A `<Play>` whose sound cannot be had: does the document fail, or does the next verb run?',
    values: ['error', 'next-verb'],
    certainty: 'low',
    source: 'https://www.twilio.com/docs/api/errors/13420 does not say.',
  },
  typeAhead: {
    question: 'Keys that are pressed before a `<Gather>` listens: are they lost, or kept for it?',
    values: ['lost', 'kept'],
    certainty: 'low',
    source: INFERRED,
  },
  whisperFallback: {
    question: 'The document for the person who was dialled fails: is the fallback of the caller’s number asked, or is the leg given up?',
    values: ['parent', 'none'],
    certainty: 'low',
    source: INFERRED,
  },
  whisperAnsweredBy: {
    question: 'A dialled number with `machineDetection`: does the request for the document of its `url` have `AnsweredBy`?',
    values: ['absent', 'present'],
    certainty: 'low',
    source: 'No recorded request has it.',
  },
  mostDocuments: {
    question: 'How many documents may follow one another while no time passes, as in a circle of redirects?',
    values: [100, 10, 1000],
    certainty: 'low',
    source: 'Twilio documents no limit; this one keeps a circle from never ending.',
  },
  cookies: {
    question: 'How far do the cookies go that an application sets in a call: for that call, or for all?',
    values: ['call', 'all-calls'],
    certainty: 'low',
    source: 'https://www.twilio.com/docs/voice/twiml says no more than that cookies are kept.',
  },
  places: {
    question: 'What stands in `FromCity` and the like of a phone without `geo`?',
    values: ['by-area-code', 'empty'],
    certainty: 'low',
    source: 'Twilio’s table of places is not public.',
  },
  lastTarget: {
    question: 'A task of TaskRouter has waited at the last target of its filter: does it go to the default queue, or is it canceled?',
    values: ['default-queue', 'canceled'],
    certainty: 'low',
    source: 'https://www.twilio.com/docs/taskrouter/workflow-configuration does not say.',
  },
  ...MESSAGE_DEVIATIONS,
  ...AGENT_DEVIATIONS,
} as const satisfies Readonly<Record<string, Deviation>>;

type Names = keyof typeof DEVIATIONS;

/** What the emulator does where Twilio's behaviour is not known: each by its name. */
export type Deviations = { readonly [Name in Names]: (typeof DEVIATIONS)[Name]['values'][number] };

/** Fills in what is not given. @throws TypeError when there is no such deviation, or it has no such value. */
export function readDeviations(given: Partial<Deviations> = {}): Deviations {
  for (const [name, value] of Object.entries(given)) check(name, value);
  const usual = Object.entries(DEVIATIONS).map(([name, { values }]) => [name, values[0]]);
  return { ...Object.fromEntries(usual), ...given };
}

function check(name: string, value: unknown): void {
  const known: Deviation | undefined = Object.hasOwn(DEVIATIONS, name) ? DEVIATIONS[name as Names] : undefined;
  if (known === undefined) {
    const near = nearestName(name, Object.keys(DEVIATIONS));
    throw new TypeError(`deviations has no ${JSON.stringify(name)}${near === undefined ? '' : `; did you mean ${near}?`}`);
  }
  if (known.values.some((one) => one === value)) return;
  throw new TypeError(
    `deviations.${name} is one of ${known.values.map((one) => JSON.stringify(one)).join(', ')}; got ${JSON.stringify(value)}`,
  );
}
