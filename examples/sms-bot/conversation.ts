/** What somebody is doing, and has told us so far. */
export type State =
  | { readonly step: 'day' }
  | { readonly step: 'time'; readonly day: string }
  | { readonly step: 'confirm'; readonly appointment: string };

/** What comes of a message. */
export interface Answer {
  readonly reply: string;
  /** What is asked for next; nothing where the conversation is over. */
  readonly state?: State;
  /** The appointment that was made. */
  readonly booked?: string;
}

const DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday'];
const TIMES = ['morning', 'afternoon'];
const HELP = 'Text BOOK to make an appointment.';

/** Answers a message. It knows nothing of Twilio, so that it can be tested by itself and used for other channels. */
export function answer(text: string, state: State | undefined): Answer {
  const said = text.trim().toLowerCase();
  if (said === 'book') return { reply: `Which day? ${DAYS.join(', ')}`, state: { step: 'day' } };
  // Not CANCEL: like STOP, it tells Twilio that somebody wants no more messages.
  if (said === 'back') return { reply: `Nothing was booked. ${HELP}` };
  if (state?.step === 'day') return chooseDay(said);
  if (state?.step === 'time') return chooseTime(said, state.day);
  if (state?.step === 'confirm') return confirm(said, state.appointment);
  return { reply: HELP };
}

function chooseDay(said: string): Answer {
  const day = DAYS.find((one) => said !== '' && one.toLowerCase().startsWith(said));
  if (day === undefined) return { reply: `Please text one of ${DAYS.join(', ')}.`, state: { step: 'day' } };
  return { reply: `${day}: in the morning or in the afternoon?`, state: { step: 'time', day } };
}

function chooseTime(said: string, day: string): Answer {
  const time = TIMES.find((one) => said.includes(one));
  if (time === undefined) return { reply: 'Please text MORNING or AFTERNOON.', state: { step: 'time', day } };
  const appointment = `${day} ${time}`;
  return { reply: `${appointment}. Text YES to confirm.`, state: { step: 'confirm', appointment } };
}

function confirm(said: string, appointment: string): Answer {
  if (said === 'yes') return { reply: `See you on ${appointment}.`, booked: appointment };
  return { reply: `Text YES to confirm ${appointment}, or BACK.`, state: { step: 'confirm', appointment } };
}
