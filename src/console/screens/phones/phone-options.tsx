import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import type { PhoneState } from '../../../emulator/control/protocol.js';
import { Button } from '../../parts/button.js';
import { Dialog } from '../../parts/dialog.js';
import { Field } from '../../parts/field.js';
import { send } from '../../wire/command.js';

const WHO: readonly (readonly [PhoneState['is'], string])[] = [
  ['person', 'A person'],
  ['machine', 'An answering machine'],
  ['busy', 'Busy on another call'],
  ['declining', 'Declines calls'],
  ['off', 'Switched off'],
  ['landline', 'A landline: no texts'],
  ['unreachable', 'Not in service'],
];

const ANSWERS: readonly (readonly [string, string])[] = [
  ['hand', 'When you press Answer'],
  ['self', 'By itself, after two rings'],
  ['at-once', 'By itself, at once'],
];

const OUTCOMES = ['delivered', 'undelivered', 'failed'] as const;

/** What a person does when the telephone rings, and what becomes of texts to it. */
export function PhoneOptions({ phone }: { readonly phone: PhoneState }): JSX.Element {
  const isOpen = useSignal(false);
  return (
    <>
      <Button icon="sliders" label="Options of this phone" look="bare" onPress={() => (isOpen.value = true)} />
      {isOpen.value && (
        <Dialog title={phone.name ?? phone.address} onClose={() => (isOpen.value = false)}>
          <Options phone={phone} />
        </Dialog>
      )}
    </>
  );
}

function Options({ phone: { address, name, is, answersAfter, delivery } }: { readonly phone: PhoneState }): JSX.Element {
  const answers = answersAfter === false ? 'hand' : answersAfter === undefined ? 'self' : 'at-once';
  const change = (values: object) => void send({ do: 'phone', address, ...values });
  const setDelivery = (values: object) => change({ delivery: { ...delivery, ...values } });
  return (
    <div class="form">
      <Field label="Name">
        <input class="input" value={name ?? ''} onChange={({ currentTarget }) => change({ name: currentTarget.value.trim() })} />
      </Field>
      <Field label="Who is there">
        <select class="input" value={is} onChange={({ currentTarget }) => change({ is: currentTarget.value })}>
          {WHO.map(([value, title]) => (
            <option key={value} value={value}>
              {title}
            </option>
          ))}
        </select>
      </Field>
      <Field label="Answers calls">
        <select class="input" value={answers} onChange={({ currentTarget }) => change(readAnswers(currentTarget.value))}>
          {ANSWERS.map(([value, title]) => (
            <option key={value} value={value}>
              {title}
            </option>
          ))}
        </select>
      </Field>
      <Field label="Texts to it are">
        <select
          class="input"
          value={delivery.outcome ?? 'delivered'}
          onChange={({ currentTarget }) => setDelivery({ outcome: currentTarget.value })}
        >
          {OUTCOMES.map((outcome) => (
            <option key={outcome} value={outcome}>
              {outcome}
            </option>
          ))}
        </select>
      </Field>
      {delivery.outcome !== undefined && delivery.outcome !== 'delivered' && (
        <Field label="Error code" hint="Twilio's number for why, such as 30003: unreachable">
          <input
            class="input mono"
            inputMode="numeric"
            value={delivery.errorCode ?? ''}
            onChange={({ currentTarget: { value } }) => setDelivery({ errorCode: value === '' ? undefined : Number(value) })}
          />
        </Field>
      )}
    </div>
  );
}

function readAnswers(value: string): object {
  if (value === 'hand') return { answersAfter: false };
  return { answersAfter: value === 'at-once' ? '0s' : '12s' };
}
