import type { JSX } from 'preact';
import type { CallState } from '../../../emulator/control/protocol.js';
import { useShortcuts } from '../../keyboard/use-shortcuts.js';
import { Badge } from '../../parts/badge.js';
import { Button } from '../../parts/button.js';
import { useDropTarget } from '../../parts/drop-target.js';
import { formatClock } from '../../parts/format.js';
import { LiveBar } from '../../speech/live-sound.js';
import { playFile } from '../../speech/play-file.js';
import { isRinging, otherSideOf } from '../../state/calls.js';
import { now } from '../../state/clock.js';
import { formatAddress } from '../../state/names.js';
import { hrefOf } from '../../state/route.js';
import { send } from '../../wire/command.js';
import { Captions } from './captions.js';
import { DialPad, KEYS } from './dial-pad.js';
import { SpeechField } from './speech-field.js';

const STATUS: Readonly<Partial<Record<CallState['status'], string>>> = {
  queued: 'Waits to ring',
  initiated: 'Calls…',
  ringing: 'Rings…',
};

/** A call that goes on: who, how long, what is said, and all that a person can do in it. */
export function CallCard({ call, hasKeys }: { readonly call: CallState; readonly hasKeys: boolean }): JSX.Element {
  const { sid, status, answeredAt, conference, queue, isRecorded } = call;
  const rings = isRinging(call);
  return (
    <div role="group" class={rings ? 'call-card call-card-rings' : 'call-card'} aria-label={`Call with ${otherSideOf(call)}`}>
      <header class="call-card-head">
        <span class="light light-up" />
        <a class="call-card-who clip" href={hrefOf('call', sid)} title="Show the call">
          {formatAddress(otherSideOf(call))}
        </a>
        {conference !== undefined && <Badge tone="accent">conference {conference}</Badge>}
        {queue !== undefined && <Badge tone="warn">in queue {queue}</Badge>}
        {isRecorded && <Badge tone="bad">recorded</Badge>}
        <span class="call-card-time numeric">
          {status === 'in-progress' && answeredAt !== undefined ? formatClock(now.value - answeredAt) : (STATUS[status] ?? status)}
        </span>
      </header>
      {rings ? <Ringing call={call} hasKeys={hasKeys} /> : <Talking call={call} hasKeys={hasKeys} />}
    </div>
  );
}

function Ringing({ call: { sid, from }, hasKeys }: { readonly call: CallState; readonly hasKeys: boolean }): JSX.Element {
  return (
    <div class="ringing" role="alert">
      <p class="unseen">Incoming call from {from}</p>
      <Button icon="phone" look="good" keys={hasKeys ? 'a' : undefined} onPress={() => void send({ do: 'answer', callSid: sid })}>
        Answer
      </Button>
      <Button icon="hangUp" look="bad" keys={hasKeys ? 'h' : undefined} onPress={() => void send({ do: 'decline', callSid: sid })}>
        Decline
      </Button>
      <Button look="plain" onPress={() => void send({ do: 'ignore', callSid: sid })}>
        Let it ring
      </Button>
      {hasKeys && <RingingKeys callSid={sid} />}
    </div>
  );
}

function RingingKeys({ callSid }: { readonly callSid: string }): null {
  useShortcuts([
    { keys: ['a'], title: 'Answer', section: 'Call', run: () => void send({ do: 'answer', callSid }) },
    { keys: ['h'], title: 'Decline', section: 'Call', run: () => void send({ do: 'decline', callSid }) },
  ]);
  return null;
}

function Talking({ call, hasKeys }: { readonly call: CallState; readonly hasKeys: boolean }): JSX.Element {
  const { sid, status } = call;
  const { isOver, ...drop } = useDropTarget(([file]) => file !== undefined && void playFile(sid, file));
  return (
    <div class={isOver ? 'talking drop-over' : 'talking'} {...drop}>
      <Captions call={call} />
      <LiveBar call={call} />
      {status === 'in-progress' && (
        <div class="talking-tools">
          <DialPad callSid={sid} isHeard={call.listens.keys && call.conference === undefined} />
          <div class="talking-side">
            <SpeechField call={call} hasKeys={hasKeys} />
            <Button icon="hangUp" look="bad" keys={hasKeys ? 'h' : undefined} onPress={() => void send({ do: 'hang-up', callSid: sid })}>
              Hang up
            </Button>
          </div>
        </div>
      )}
      {status !== 'in-progress' && (
        <Button icon="hangUp" look="bad" keys={hasKeys ? 'h' : undefined} onPress={() => void send({ do: 'hang-up', callSid: sid })}>
          Hang up
        </Button>
      )}
      {hasKeys && <TalkingKeys callSid={sid} />}
    </div>
  );
}

function TalkingKeys({ callSid }: { readonly callSid: string }): null {
  useShortcuts([
    { keys: ['h'], title: 'Hang up', section: 'Call', run: () => void send({ do: 'hang-up', callSid }) },
    { keys: KEYS, title: 'Press a key of the telephone', section: 'Call', run: (key) => void send({ do: 'press', callSid, keys: key }) },
  ]);
  return null;
}
