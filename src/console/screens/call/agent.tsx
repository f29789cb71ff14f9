import type { JSX } from 'preact';
import type { FrameEvent } from '../../../emulator/events.js';

/** A message of ConversationRelay or of a media stream, as far as it is shown. */
interface Message {
  readonly type?: unknown;
  readonly event?: unknown;
  readonly token?: unknown;
  readonly last?: unknown;
  readonly voicePrompt?: unknown;
  readonly digit?: unknown;
  readonly utteranceUntilInterrupt?: unknown;
  readonly mark?: { readonly name?: unknown };
}

type Part =
  | { readonly type: 'tokens'; readonly tokens: readonly string[] }
  | { readonly type: 'prompt' | 'interrupt' | 'mark' | 'other'; readonly text: string };

/** So many parts of one stretch are shown. */
const MOST = 100;

/** What went over a socket to a voice agent: its words token by token, what it was told, and where it was interrupted. */
export function Agent({ frames }: { readonly frames: readonly FrameEvent[] }): JSX.Element {
  return (
    <ul class="agent">
      {readParts(frames.slice(-MOST)).map((part, index) => (
        <li key={index} class={`agent-${part.type}`}>
          {part.type === 'tokens'
            ? part.tokens.map((token, at) => (
                <span key={at} class="agent-token">
                  {token}
                </span>
              ))
            : part.text}
        </li>
      ))}
    </ul>
  );
}

function readParts(frames: readonly FrameEvent[]): readonly Part[] {
  const parts: Part[] = [];
  for (const { frame, from } of frames) {
    const message = (typeof frame === 'object' && frame !== null ? frame : {}) as Message;
    const before = parts.at(-1);
    const { token } = message;
    if (typeof token !== 'string') parts.push(describe(message, from));
    else if (before?.type === 'tokens') parts[parts.length - 1] = { type: 'tokens', tokens: [...before.tokens, token] };
    else parts.push({ type: 'tokens', tokens: [token] });
  }
  return parts;
}

function describe(message: Message, from: FrameEvent['from']): Part {
  const { type, event, voicePrompt, digit, utteranceUntilInterrupt, mark } = message;
  if (typeof voicePrompt === 'string') return { type: 'prompt', text: `caller: ${voicePrompt}` };
  if (typeof utteranceUntilInterrupt === 'string') return { type: 'interrupt', text: `interrupted after “${utteranceUntilInterrupt}”` };
  if (typeof digit === 'string') return { type: 'prompt', text: `key ${digit}` };
  if (event === 'mark') return { type: 'mark', text: `mark ${String(mark?.name ?? '')} ${from === 'twilio' ? 'played' : 'set'}` };
  return { type: 'other', text: String(type ?? event ?? 'message') };
}
