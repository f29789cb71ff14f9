/**
 * Whether somebody speaks. A real agent leaves that to a speech engine, which knows a voice from noise.
 *
 * @param {Buffer} frame Mu-law.
 */
export function isLoud(frame) {
  // The louder a sample of mu-law, the lower its last seven bits.
  return frame.filter((byte) => (byte & 0x7f) < 0x50).length > frame.length / 4;
}

/**
 * Stands in for an agent, so that the example runs without one: it sends back what it heard. In its place go a speech engine that listens
 * (a live connection of Deepgram's client, with `encoding: 'mulaw', sample_rate: 8000`), a model, and a voice that yields mu-law; or one
 * model that does all three, such as OpenAI's Realtime API with `audio/pcmu` for both directions.
 *
 * @type {import('./app.js').Agent}
 */
export async function* parrot(speech, signal) {
  if (!signal.aborted) yield speech;
}
