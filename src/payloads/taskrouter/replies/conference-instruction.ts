import * as z from 'zod';

/**
 * Calls the worker and puts both into a conference. Twilio documents it for the REST API alone; the keys here are the same in snake case,
 * and those that no handler in use has been seen to send say so.
 */
export interface ConferenceInstruction {
  /** `conference`. */
  instruction: 'conference';
  /** Whom to call: a phone number, `client:name` or `sip:user@host`. @default the worker's attribute `contact_uri` */
  to?: string | undefined;
  /** The caller ID that the worker sees. Twilio warns (40138) when it is missing or wrong. */
  from?: string | undefined;
  /** The activity to move the worker to when the work is done. */
  post_work_activity_sid?: string | undefined;
  /** How many seconds to let it ring, up to 999. @default 60 */
  timeout?: number | undefined;
  /** The name of the conference. Twilio's list of errors (40143, 40144) uses it. */
  room_name?: string | undefined;
  /** The name of the conference, as one handler writes it. No table names it. */
  conference_friendly_name?: string | undefined;
  /** Whether to refuse what else has been offered to the worker. Handlers send it; no table names it here. */
  reject_pending_reservations?: boolean | undefined;
  /** Where to report the progress of the call to the worker. Not seen in use. */
  status_callback?: string | undefined;
  /** Not seen in use. */
  status_callback_method?: 'GET' | 'POST' | undefined;
  /** What to report of `initiated`, `ringing`, `answered` and `completed`, with commas between. Not seen in use. */
  status_callback_event?: string | undefined;
  /** Whether to record the worker; handlers send the words of the other instructions. @default false */
  record?: boolean | 'record-from-answer' | 'do-not-record' | undefined;
  /** Whether the worker begins without being heard. Not seen in use. @default false */
  muted?: boolean | undefined;
  /** When a beep tells that somebody came or left. @default "true" */
  beep?: boolean | 'true' | 'false' | 'onEnter' | 'onExit' | undefined;
  /** Whether it beeps when the customer comes. Not seen in use. */
  beep_on_customer_entrance?: boolean | undefined;
  /** Whether the conference begins when the worker comes. Not seen in use. @default true */
  start_conference_on_enter?: boolean | undefined;
  /** Whether the conference ends when the worker leaves. */
  end_conference_on_exit?: boolean | undefined;
  /** Whether the conference ends when the customer leaves. */
  end_conference_on_customer_exit?: boolean | undefined;
  /** What the customer hears until the worker comes: music or TwiML. */
  wait_url?: string | undefined;
  /** Not seen in use. @default "POST" */
  wait_method?: 'GET' | 'POST' | undefined;
  /** Whether people hear what comes before the worker answers. Not seen in use. @default true */
  early_media?: boolean | undefined;
  /** How many may take part, from 2 to 250. Not seen in use. @default 250 */
  max_participants?: number | undefined;
  /** Where to report what happens in the conference. */
  conference_status_callback?: string | undefined;
  /** Not seen in use. @default "POST" */
  conference_status_callback_method?: 'GET' | 'POST' | undefined;
  /** What to report of `start`, `end`, `join`, `leave`, `mute`, `hold` and `speaker`, with commas between. */
  conference_status_callback_event?: string | undefined;
  /** Whether to record the conference. @default "false" */
  conference_record?: boolean | 'true' | 'false' | 'record-from-start' | 'do-not-record' | undefined;
  /** Whether to cut silence from the start and the end of a recording. Not seen in use. @default "trim-silence" */
  conference_trim?: 'trim-silence' | 'do-not-trim' | undefined;
  /** Whether a recording has a channel for each side. Not seen in use. @default "mono" */
  recording_channels?: 'mono' | 'dual' | undefined;
  /** Where to report the recording of the worker. */
  recording_status_callback?: string | undefined;
  /** How to report the recording of the worker. */
  recording_status_callback_method?: 'GET' | 'POST' | undefined;
  /** Where to report the recording of the conference. Not seen in use. */
  conference_recording_status_callback?: string | undefined;
  /** How to report the recording of the conference. Not seen in use. */
  conference_recording_status_callback_method?: 'GET' | 'POST' | undefined;
  /** Where the conference is mixed. Not seen in use. */
  region?: 'us1' | 'us2' | 'ie1' | 'de1' | 'sg1' | 'br1' | 'au1' | 'jp1' | (string & {}) | undefined;
  /** How much delay to allow for an even sound. Not seen in use. */
  jitter_buffer_size?: 'small' | 'medium' | 'large' | 'off' | undefined;
  /** The user name for a worker's SIP address. Not seen in use. */
  sip_auth_username?: string | undefined;
  /** The password for a worker's SIP address. Not seen in use. */
  sip_auth_password?: string | undefined;
}

// @__NO_SIDE_EFFECTS__
export function conferenceInstruction() {
  const method = z.enum(['GET', 'POST']).optional();
  const text = z.string().optional();
  const flag = z.boolean().optional();
  return z.strictObject({
    instruction: z.literal('conference'),
    to: text,
    from: text,
    post_work_activity_sid: z.string().startsWith('WA').optional(),
    timeout: z.int().positive().max(999).optional(),
    room_name: text,
    conference_friendly_name: text,
    reject_pending_reservations: flag,
    status_callback: text,
    status_callback_method: method,
    status_callback_event: text,
    record: z.union([z.boolean(), z.enum(['record-from-answer', 'do-not-record'])]).optional(),
    muted: flag,
    beep: z.union([z.boolean(), z.enum(['true', 'false', 'onEnter', 'onExit'])]).optional(),
    beep_on_customer_entrance: flag,
    start_conference_on_enter: flag,
    end_conference_on_exit: flag,
    end_conference_on_customer_exit: flag,
    wait_url: text,
    wait_method: method,
    early_media: flag,
    max_participants: z.int().min(2).max(250).optional(),
    conference_status_callback: text,
    conference_status_callback_method: method,
    conference_status_callback_event: text,
    conference_record: z.union([z.boolean(), z.enum(['true', 'false', 'record-from-start', 'do-not-record'])]).optional(),
    conference_trim: z.enum(['trim-silence', 'do-not-trim']).optional(),
    recording_channels: z.enum(['mono', 'dual']).optional(),
    recording_status_callback: text,
    recording_status_callback_method: method,
    conference_recording_status_callback: text,
    conference_recording_status_callback_method: method,
    region: text,
    jitter_buffer_size: z.enum(['small', 'medium', 'large', 'off']).optional(),
    sip_auth_username: text,
    sip_auth_password: text,
  });
}
