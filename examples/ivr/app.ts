// A telephone menu: opening hours, a colleague who is put through, and a mailbox for when nobody can be.
import express, { type Express } from 'express';
import { voiceResponse } from 'ringback';
import { webhook } from 'ringback/express';
import { DialResult, GatherResult, IncomingCall, RecordResult, RecordVerbRecording } from 'ringback/payloads/voice';
import { isOpen, OPENING_HOURS } from './opening-hours.ts';

export interface Settings {
  /** Of the Twilio account; `TWILIO_AUTH_TOKEN` where it is left out. */
  readonly authToken?: string | undefined;
  /** Where Twilio reaches the application, such as `https://example.com`. */
  readonly publicUrl?: string | undefined;
  /** Whom callers are put through to. */
  readonly salesNumber: string;
  /** Keeps what somebody has left in the mailbox. */
  readonly keepMessage: (message: VoiceMessage) => Promise<void>;
  readonly now?: () => Date;
}

export interface VoiceMessage {
  readonly callSid: string;
  readonly recordingUrl: string;
  readonly seconds: number;
}

/** After so many times without a choice that we know, the menu gives up. */
const MOST_TRIES = 3;

export function createApp({ authToken, publicUrl, salesNumber, keepMessage, now = () => new Date() }: Settings): Express {
  const options = { authToken, publicUrl };
  const app = express();

  app.post(
    '/voice',
    webhook(IncomingCall, options, () => {
      if (!isOpen(now())) return askForMessage(`We are closed. ${OPENING_HOURS}`);
      return menu('Welcome to the workshop.');
    }),
  );

  app.post(
    '/menu',
    webhook(GatherResult, options, ({ Digits, SpeechResult }, { query }) => {
      const choice = readChoice(Digits, SpeechResult);
      if (choice === 'sales') return voiceResponse().say('One moment.').dial({ action: '/sales-done', timeout: 15 }, salesNumber);
      if (choice === 'hours') return menu(OPENING_HOURS);
      if (choice === 'message') return askForMessage();
      const tries = Number(query.get('tries'));
      if (tries >= MOST_TRIES) return voiceResponse().say('Please call again. Goodbye.').hangup();
      return menu('I did not understand.', tries + 1);
    }),
  );

  app.post(
    '/sales-done',
    webhook(DialResult, options, ({ DialCallStatus }) =>
      DialCallStatus === 'completed' ? voiceResponse().hangup() : askForMessage('Nobody is free right now.'),
    ),
  );

  app.post(
    '/message',
    webhook(RecordResult, options, ({ RecordingDuration }) =>
      RecordingDuration === 0 ? askForMessage('I heard nothing.') : voiceResponse().say('Thank you. We will call you back.').hangup(),
    ),
  );

  // Twilio tells here when the recording can be fetched, which may be after the end of the call.
  app.post(
    '/message-ready',
    webhook(RecordVerbRecording, options, async ({ CallSid, RecordingUrl, RecordingDuration, RecordingStatus }) => {
      if (RecordingStatus !== 'completed' || RecordingUrl === undefined) return;
      await keepMessage({ callSid: CallSid, recordingUrl: RecordingUrl, seconds: RecordingDuration ?? 0 });
    }),
  );

  return app;
}

type Choice = 'sales' | 'hours' | 'message';

const KEYS: ReadonlyMap<string, Choice> = new Map([
  ['1', 'sales'],
  ['2', 'hours'],
  ['3', 'message'],
]);

/** What the caller has pressed or said. */
function readChoice(digits: string | undefined, speech: string | undefined): Choice | undefined {
  if (digits) return KEYS.get(digits);
  return [...KEYS.values()].find((choice) => speech?.toLowerCase().includes(choice));
}

/** Says something, and asks. A caller who does not answer comes to `/menu` too, without digits. */
function menu(said: string, tries = 1) {
  return voiceResponse().gather(
    {
      action: `/menu?tries=${tries}`,
      actionOnEmptyResult: true,
      input: ['dtmf', 'speech'],
      hints: [...KEYS.values()].join(', '),
      numDigits: 1,
      timeout: 5,
    },
    (gather) => gather.say(`${said} For sales, press 1. For our opening hours, press 2. To leave a message, press 3.`),
  );
}

function askForMessage(said = '') {
  return voiceResponse()
    .say(`${said} Please speak after the beep.`.trim())
    .record({ action: '/message', recordingStatusCallback: '/message-ready', maxLength: 120, timeout: 5 });
}
