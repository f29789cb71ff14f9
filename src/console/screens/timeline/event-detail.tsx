import type { JSX } from 'preact';
import type { EmulatorEvent, FrameEvent } from '../../../emulator/events.js';
import { FindingLine } from '../../parts/finding-line.js';
import { formatTime } from '../../parts/format.js';
import type { Entry } from '../../state/entry.js';
import { hrefOf } from '../../state/route.js';
import { timeline } from '../../state/timeline.js';

/** What every event has, and what is told elsewhere. */
const HIDDEN: readonly string[] = ['seq', 'at', 'type', 'causes', 'frame', 'finding'];

/** So many frames are elements of the page. */
const MOST_FRAMES = 300;

/** All about something that is no webhook. */
export function EventDetail({ entry }: { readonly entry: Entry }): JSX.Element {
  const { event, frames, findings } = entry;
  const callSid = 'callSid' in event ? event.callSid : undefined;
  return (
    <div class="detail-body scrolls" role="region" aria-label="Event" tabIndex={0}>
      {entry.kind === 'finding' && event.type === 'finding' && (
        <ul class="part">
          <FindingLine finding={event.finding} />
        </ul>
      )}
      {frames === undefined ? <Facts event={event} /> : <Frames frames={frames} />}
      {findings.length > 0 && (
        <section class="part">
          <h3>Findings</h3>
          <ul>
            {findings.map((finding, index) => (
              <FindingLine key={index} finding={finding} />
            ))}
          </ul>
        </section>
      )}
      <section class="part detail-links">
        {callSid !== undefined && <a href={hrefOf('call', callSid)}>Show the call</a>}
        {event.causes.map((seq) => (
          <Cause key={seq} seq={seq} />
        ))}
      </section>
    </div>
  );
}

function Cause({ seq }: { readonly seq: number }): JSX.Element | null {
  const cause = timeline.find(seq);
  if (cause === undefined) return null;
  return (
    <a href={hrefOf('timeline', String(cause.seq))}>
      Because of {cause.title} #{cause.seq}
    </a>
  );
}

function Facts({ event }: { readonly event: EmulatorEvent }): JSX.Element {
  const facts = Object.entries(event).filter(([name]) => !HIDDEN.includes(name));
  return (
    <section class="part">
      <dl class="pairs mono">
        <div>
          <dt>at</dt>
          <dd>{new Date(event.at).toISOString()}</dd>
        </div>
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{typeof value === 'string' ? value : JSON.stringify(value, undefined, 2)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function Frames({ frames }: { readonly frames: readonly FrameEvent[] }): JSX.Element {
  return (
    <ol class="frames">
      {frames.slice(-MOST_FRAMES).map(({ seq, at, from, frame }) => (
        <li key={seq} class={`frame frame-${from}`}>
          <p class="frame-head">
            <span>{from === 'twilio' ? 'To the application' : 'From the application'}</span>
            <time class="quiet numeric">{formatTime(at)}</time>
          </p>
          <pre class="raw">{typeof frame === 'string' ? frame : JSON.stringify(frame, undefined, 2)}</pre>
        </li>
      ))}
    </ol>
  );
}
