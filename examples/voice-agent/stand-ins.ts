// What stands in for a model and for a speech engine, so that the example runs without an account anywhere.
import { setTimeout as sleep } from 'node:timers/promises';
import type { Ear } from './talk-in-sound.ts';
import type { Model } from './talk-in-text.ts';

/**
 * Answers from a list. In its place goes a client of your model's maker, such as
 * `openai.chat.completions.create({ model, messages: history, stream: true }, { signal })`, or
 * `anthropic.messages.stream({ model, max_tokens, messages: history }, { signal })`: yield the text of each piece as it comes.
 */
export const model: Model = async function* (history, signal) {
  const question = history.at(-1)?.content ?? '';
  const answer = /\b(?:hours|open)\b/i.test(question)
    ? 'We are open from nine in the morning until five in the afternoon, on every day of the week but Sunday.'
    : `You said: ${question}`;
  for (const token of answer.split(/(?<= )/)) {
    await sleep(10, undefined, { signal }).catch(() => undefined);
    if (signal.aborted) return;
    yield token;
  }
};

/**
 * Sends back what it heard. In its place go a speech engine that listens (a live connection of Deepgram's client, with
 * `encoding: 'mulaw', sample_rate: 8000`), a model, and a voice that yields mu-law; or one model that does all three, such as OpenAI's
 * Realtime API with `audio/pcmu` for both directions.
 */
export const parrot: Ear = async function* (speech, signal) {
  if (!signal.aborted) yield speech;
};
