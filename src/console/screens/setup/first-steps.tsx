import type { ComponentChildren, JSX } from 'preact';
import type { SetUpState } from '../../../emulator/control/protocol.js';
import { Button } from '../../parts/button.js';
import { copy } from '../../parts/copy.js';
import { Icon } from '../../parts/icon.js';
import { showSomePhone } from '../../state/open-phones.js';
import { go, hrefOf } from '../../state/route.js';
import { snapshot } from '../../state/snapshot.js';
import { isAddingPhone } from '../phones/new-phone.js';

const WAYS: Readonly<Record<NonNullable<SetUpState['restCall']>['way'], string>> = {
  preload: 'through the preload of Node',
  proxy: 'through the proxy',
  url: "by the emulator's own address",
  process: 'from within the process',
};

/** The way from nothing to a first answer, in three steps that turn green. */
export function FirstSteps(): JSX.Element | null {
  const state = snapshot.value;
  if (state === undefined) return null;
  const { setUp, application, numbers, phones } = state;
  const { restCall, webhook, reply, command } = setUp;
  const [first] = numbers;
  return (
    <section class="first-steps" aria-labelledby="first-steps-title">
      <h2 id="first-steps-title">Three steps to the first answer</h2>
      <p class="quiet">No account, no tunnel and no telephone: everything stays on this machine.</p>
      <ol>
        <Step number={1} isDone={restCall !== undefined || application?.state === 'up'} title="Start your application under ringback">
          <Command text={command} />
          {restCall === undefined ? (
            <p>Its code stays as it is. What it asks of Twilio comes here.</p>
          ) : (
            <p>
              The first REST call came {WAYS[restCall.way]}. <a href={hrefOf('timeline', String(restCall.seq))}>Show it</a>
            </p>
          )}
        </Step>
        <Step number={2} isDone={webhook !== undefined} title="Write to it, or call it">
          {webhook === undefined ? (
            <>
              <p>
                {phones.length === 0 ? 'Add' : 'Open'} a phone, and text or call{' '}
                {first === undefined ? 'your number' : <span class="mono">{first.address}</span>}.
              </p>
              <PhoneButton />
            </>
          ) : (
            <p>
              The first webhook went out. <a href={hrefOf('timeline', String(webhook.seq))}>Show it</a>
            </p>
          )}
        </Step>
        <Step number={3} isDone={reply !== undefined} title="See what it answers">
          {reply === undefined ? (
            <p>The answer is executed as Twilio would: the phone hears it, or gets the text.</p>
          ) : (
            <p>
              Your application answers. <a href={hrefOf('timeline', String(reply.seq))}>Show it</a>
            </p>
          )}
        </Step>
      </ol>
    </section>
  );
}

/** Leads to the phones, whichever screen this is on: only there is a new one asked for. */
function PhoneButton(): JSX.Element {
  const [some] = snapshot.value?.phones ?? [];
  const add = () => {
    go('phones');
    isAddingPhone.value = true;
  };
  return (
    <Button icon={some === undefined ? 'plus' : 'phone'} onPress={some === undefined ? add : showSomePhone}>
      {some === undefined ? 'New phone' : 'Open a phone'}
    </Button>
  );
}

interface StepProps {
  readonly number: number;
  readonly isDone: boolean;
  readonly title: string;
  readonly children: ComponentChildren;
}

function Step({ number, isDone, title, children }: StepProps): JSX.Element {
  return (
    <li class={isDone ? 'step step-done' : 'step'}>
      <span class="step-mark" aria-hidden="true">
        {isDone ? <Icon name="check" size={14} /> : number}
      </span>
      <div class="step-text">
        <h3>
          {title}
          <span class="unseen">{isDone ? ', done' : ', to do'}</span>
        </h3>
        {children}
      </div>
    </li>
  );
}

/** A command to copy. */
export function Command({ text }: { readonly text: string }): JSX.Element {
  return (
    <div class="command">
      <code class="scrolls">{text}</code>
      <Button icon="copy" label="Copy the command" look="bare" onPress={() => void copy(text, 'The command')} />
    </div>
  );
}
