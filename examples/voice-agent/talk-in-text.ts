import { conversationRelay } from 'ringback/webhook';
import type { WebSocket } from 'ws';

export interface Message {
  readonly role: 'user' | 'assistant';
  content: string;
}

/** Answers a conversation, piece by piece. */
export type Model = (history: readonly Message[], signal: AbortSignal) => AsyncIterable<string>;

/** Holds one conversation over ConversationRelay. */
export function talkInText(socket: WebSocket, model: Model): void {
  const history: Message[] = [];
  let thinking = new AbortController();

  const relay = conversationRelay(socket)
    .on('prompt', async ({ voicePrompt }, relay) => {
      thinking.abort();
      thinking = new AbortController();
      const { signal } = thinking;
      history.push({ role: 'user', content: voicePrompt });
      if (/\bhuman\b/i.test(voicePrompt)) {
        relay.send({ type: 'end', handoffData: 'human' });
        return;
      }
      const answer: Message = { role: 'assistant', content: '' };
      history.push(answer);
      for await (const token of model(history.slice(0, -1), signal)) {
        // The caller has cut in or hung up: nobody wants the rest.
        if (signal.aborted || !relay.send({ type: 'text', token, last: false })) return;
        answer.content += token;
      }
      if (!signal.aborted) relay.send({ type: 'text', token: '', last: true });
    })
    .on('interrupt', ({ utteranceUntilInterrupt }) => {
      thinking.abort();
      // The model must not believe that the caller has heard what was cut off.
      const last = history.findLast(({ role }) => role === 'assistant');
      if (last !== undefined) last.content = utteranceUntilInterrupt;
    });

  relay.closed.then(() => thinking.abort());
}
