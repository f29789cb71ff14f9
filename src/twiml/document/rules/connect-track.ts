import type { Rule } from '../rule.js';

export const connectTrack: Rule<'connect-track'> = {
  id: 'connect-track',
  severity: 'error',
  codes: [31941],
  text: 'A `<Stream>` in `<Connect>` has the track `inbound_track`, and no other.',
  trips: '<Response><Connect><Stream url="wss://example.com/s" track="both_tracks"/></Connect></Response>',
  passes: '<Response><Connect><Stream url="wss://example.com/s" track="inbound_track"/></Connect></Response>',
  tags: ['Stream'],
  element(stream) {
    const track = stream.attribute('track')?.trim();
    if (stream.parent?.name !== 'Connect' || (track !== 'both_tracks' && track !== 'outbound_track')) return undefined;
    const message = `A <Stream> in <Connect> carries inbound_track alone; found ${track}. Use <Start> for other tracks.`;
    return { message, attribute: 'track', repair: { value: 'inbound_track' } };
  },
};
