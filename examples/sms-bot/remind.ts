import type { Twilio } from 'twilio';
import type { Store } from './store.ts';

export interface ReminderSettings {
  /** The number that the bot texts from. */
  readonly from: string;
  /** Where Twilio reaches the application. */
  readonly publicUrl: string;
}

/** Texts everybody who has an appointment. What becomes of the texts comes to `/status`. */
export async function remindAll(client: Twilio, { appointments, reminders }: Store, { from, publicUrl }: ReminderSettings): Promise<void> {
  for (const [to, appointment] of appointments) {
    const body = `We are looking forward to seeing you on ${appointment}.`;
    const { sid, status } = await client.messages.create({ to, from, body, statusCallback: `${publicUrl}/status` });
    // A callback may have been faster.
    if (!reminders.has(sid)) reminders.set(sid, { status });
  }
}
