import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Stands in for a language model, so that the example runs without one. In its place goes a client of your model's maker, such as
 * `openai.chat.completions.create({ model, messages: history, stream: true }, { signal })`, or
 * `anthropic.messages.stream({ model, max_tokens, messages: history }, { signal })`: yield the text of each piece as it comes.
 *
 * @type {import('./app.js').Model}
 */
export async function* model(history, signal) {
  const question = history.at(-1)?.content ?? '';
  const answer = /\b(?:hours|open)\b/i.test(question)
    ? 'We are open from nine in the morning until five in the afternoon, on every day of the week but Sunday.'
    : `You said: ${question}`;
  for (const token of answer.split(/(?<= )/)) {
    await sleep(10, undefined, { signal }).catch(() => undefined);
    if (signal.aborted) return;
    yield token;
  }
}
