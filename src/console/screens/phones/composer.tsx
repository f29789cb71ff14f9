import { signal, useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useRef } from 'preact/hooks';
import type { SentFile } from '../../../emulator/control/protocol.js';
import { useShortcuts } from '../../keyboard/use-shortcuts.js';
import { Button } from '../../parts/button.js';
import { readBase64 } from '../../parts/files.js';
import { Icon } from '../../parts/icon.js';
import { otherSideOf } from '../../state/calls.js';
import { formatAddress, telephoneOf } from '../../state/names.js';
import { say } from '../../state/notices.js';
import { snapshot } from '../../state/snapshot.js';
import { send } from '../../wire/command.js';
import { SegmentCount } from './segment-count.js';

/** The number that each telephone writes to and calls, where somebody has chosen one. */
const chosen = signal<ReadonlyMap<string, string>>(new Map());

/** Twilio takes five megabytes in all. */
const MOST_BYTES = 5_000_000;

const MOST_FILES = 10;

/** The number that a telephone writes to and calls: the chosen one, that of its last text or call, or the first that there is. */
export function numberFor(address: string): string | undefined {
  const state = snapshot.value;
  if (state === undefined) return undefined;
  const all = state.numbers.map((number) => number.address);
  const text = state.messages.findLast(({ phone }) => telephoneOf(phone) === address);
  const call = state.calls.findLast(({ phone }) => phone === address);
  const last = (text?.createdAt ?? 0) >= (call?.createdAt ?? 0) ? text?.number : call === undefined ? undefined : otherSideOf(call);
  const own = all.find((number) => channelOf(number) === channelOf(address));
  return [chosen.value.get(address), last, own, all[0]].find((number) => number !== undefined && all.includes(number));
}

function channelOf(address: string): string {
  const [, channel = ''] = /^(whatsapp|rcs|messenger):/.exec(address) ?? [];
  return channel;
}

interface ComposerProps {
  readonly address: string;
  readonly isFocused: boolean;
  readonly canCall: boolean;
  /** Takes files that were dropped anywhere on the telephone. */
  readonly attach: { current: (files: FileList) => void };
}

interface File {
  readonly name: string;
  readonly size: number;
  readonly file: SentFile;
}

/** Where a text is written, with the number that it goes to. */
export function Composer({ address, isFocused, canCall, attach }: ComposerProps): JSX.Element {
  const body = useSignal('');
  const files = useSignal<readonly File[]>([]);
  const field = useRef<HTMLTextAreaElement>(null);
  const to = numberFor(address);
  const pick = async (picked: FileList) => {
    const added = await readFiles(picked);
    files.value = addFiles(files.value, added);
  };
  attach.current = (picked) => void pick(picked);
  const submit = async () => {
    if (to === undefined || (body.value.trim() === '' && files.value.length === 0)) return;
    const text = body.value;
    const media = files.value.map(({ file }) => file);
    body.value = '';
    files.value = [];
    const sent = await send({ do: 'text', from: address, to, body: text, ...(media.length > 0 && { media }) });
    if (sent === undefined && body.value === '') body.value = text;
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') field.current?.blur();
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    void submit();
  };
  return (
    <div class="composer">
      {isFocused && <TextShortcut onText={() => field.current?.focus()} />}
      <div class="composer-to">
        <NumberChoice address={address} to={to} />
        <span class="composer-space" />
        <Button
          icon="phone"
          look="good"
          keys="c"
          label="Call this number"
          disabled={!canCall || to === undefined}
          onPress={() => void call(address, to)}
        >
          Call
        </Button>
      </div>
      {files.value.length > 0 && (
        <Files files={files.value} onDrop={(file) => (files.value = files.value.filter((other) => other !== file))} />
      )}
      <div class="composer-text">
        <textarea
          ref={field}
          class="input"
          rows={1}
          placeholder="Text message"
          aria-label="Text message"
          value={body}
          onInput={({ currentTarget }) => (body.value = currentTarget.value)}
          onKeyDown={onKeyDown}
        />
        <FilePicker onPick={(picked) => void pick(picked)} />
        <Button icon="send" look="main" label="Send" keys="Enter" disabled={to === undefined} onPress={() => void submit()} />
      </div>
      <SegmentCount text={body.value} to={to} />
    </div>
  );
}

function TextShortcut({ onText }: { readonly onText: () => void }): null {
  useShortcuts([{ keys: ['m'], title: 'New text', section: 'Phones', run: onText }]);
  return null;
}

function NumberChoice({ address, to }: { readonly address: string; readonly to: string | undefined }): JSX.Element {
  const numbers = snapshot.value?.numbers ?? [];
  if (numbers.length === 0) return <p class="quiet">You have no number yet. Add one in the set-up.</p>;
  return (
    <label class="composer-number">
      <span class="quiet">To</span>
      <select
        class="input input-bare"
        value={to}
        onChange={({ currentTarget }) => (chosen.value = new Map(chosen.value).set(address, currentTarget.value))}
      >
        {numbers.map((number) => (
          <option key={number.address} value={number.address}>
            {formatAddress(number.address)}
          </option>
        ))}
      </select>
    </label>
  );
}

async function call(address: string, to: string | undefined): Promise<void> {
  if (to !== undefined) await send({ do: 'call', from: address, to });
}

function FilePicker({ onPick }: { readonly onPick: (files: FileList) => void }): JSX.Element {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        onChange={({ currentTarget }) => {
          if (currentTarget.files !== null) onPick(currentTarget.files);
          currentTarget.value = '';
        }}
      />
      <Button icon="attach" label="Attach files" look="bare" onPress={() => input.current?.click()} />
    </>
  );
}

function readFiles(picked: FileList): Promise<readonly File[]> {
  return Promise.all(
    [...picked].map(async (file) => ({
      name: file.name,
      size: file.size,
      file: { contentType: file.type || 'application/octet-stream', base64: await readBase64(file) },
    })),
  );
}

function addFiles(files: readonly File[], added: readonly File[]): readonly File[] {
  const all = [...files, ...added];
  if (all.length <= MOST_FILES && all.reduce((sum, { size }) => sum + size, 0) <= MOST_BYTES) return all;
  say('bad', `A message has ${MOST_FILES} files and five megabytes at most.`);
  return files;
}

function Files({ files, onDrop }: { readonly files: readonly File[]; readonly onDrop: (file: File) => void }): JSX.Element {
  return (
    <ul class="composer-files">
      {files.map((file) => (
        <li key={file.name}>
          <button type="button" class="chip" aria-label={`Remove ${file.name}`} onClick={() => onDrop(file)}>
            <Icon name="attach" size={12} />
            <span class="clip">{file.name}</span>
            <Icon name="close" size={12} />
          </button>
        </li>
      ))}
    </ul>
  );
}
