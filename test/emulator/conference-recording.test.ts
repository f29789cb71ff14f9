import { describe, expect, test } from 'vitest';
import { ADA, OURS, startEmulator } from './setup.js';

/** Two talk for ten seconds in a conference that is recorded. Returns who was told of the recording, and what. */
async function record(attributes: string) {
  const emulator = startEmulator({
    '/voice': `<Response><Dial><Conference record="record-from-start" ${attributes}>Standup</Conference></Dial></Response>`,
  });
  const ada = await emulator.phone(ADA).call(OURS);
  const ben = await emulator.phone('+14155550101').call(OURS);
  await ben.stay('10s');
  await ben.hangUp();
  await ada.hangUp();
  await emulator.idle();
  const ends = emulator.webhooks.filter(({ kind }) => kind === 'voice.conference.record-end');
  await emulator.close();
  return { ends, kinds: emulator.webhooks.map(({ kind }) => kind) };
}

describe('The recording of a conference', () => {
  test.each([
    ['eventCallbackUrl="/event"', '/event'],
    ['statusCallback="/status"', '/status'],
    ['statusCallback="/status" eventCallbackUrl="/event"', '/event'],
  ])('is told in the old form where there is no recordingStatusCallback: %s', async (attributes, path) => {
    const { ends } = await record(attributes);
    expect(ends).toMatchObject([
      {
        method: 'POST',
        url: `https://app.example${path}`,
        payload: {
          EventName: 'conference-record-end',
          FriendlyName: 'Standup',
          RecordingUrl: expect.stringMatching(/\/Recordings\/RE[0-9a-f]{32}$/),
          Duration: 10,
          RecordingFileSize: 160_044,
        },
      },
    ]);
    expect(ends[0]?.parameters).not.toHaveProperty('StatusCallbackEvent');
  });

  test.each(['', 'recordingStatusCallback="/recording" eventCallbackUrl="/event" statusCallback="/status"'])(
    'is not told so otherwise: %s',
    async (attributes) => {
      const { ends, kinds } = await record(attributes);
      expect(ends).toEqual([]);
      expect(kinds.includes('voice.recording.conference')).toBe(attributes !== '');
    },
  );
});
