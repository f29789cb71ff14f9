import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import * as mediaStreams from '../../src/payloads/media-streams/index.js';
import { MediaStreamsCommand, MediaStreamsMessage, MediaStreamsStart, writeFrame } from '../../src/payloads/media-streams/index.js';
import { type FormSample, loadSamples } from './samples.js';

const samples = loadSamples('media-streams');
const isCommand = ({ kind }: FormSample): boolean => kind.includes('.send-');
const [{ body: start } = { body: {} }] = samples.filter(({ kind }) => kind === 'media-streams.start');

test.each(samples.filter((sample) => !isCommand(sample)))('$kind is read from text, and written back', ({ kind, body }) => {
  const message = MediaStreamsMessage.parse(JSON.stringify(body));
  expect(message.event).toBe(body.event);
  expect(z.encode(MediaStreamsMessage, message)).toEqual(body);
  expect(MediaStreamsMessage.members.find((member) => member.kind === kind)?.parse(body)).toEqual(message);
});

test.each(samples.filter(isCommand))('$kind is written as text, and read again', ({ body }) => {
  const text = writeFrame(body as unknown as MediaStreamsCommand);
  expect(JSON.parse(text)).toEqual(body);
  expect(MediaStreamsCommand.parse(text)).toEqual(body);
});

test('every message and command belongs to a union', () => {
  const declared = Object.values(mediaStreams).flatMap((exported) => ('kind' in exported ? [exported.kind] : []));
  const joined = [...MediaStreamsMessage.members, ...MediaStreamsCommand.members].map(({ kind }) => kind);
  expect(joined.sort()).toEqual(declared.sort());
});

describe('a message', () => {
  test('is told by its event', () => {
    const message = MediaStreamsMessage.parse(start);
    switch (message.event) {
      case 'start':
        expect(message.start.customParameters?.['FirstName']).toBe('Jane');
        expect(message.start.mediaFormat?.sampleRate).toBe(8000);
        // @ts-expect-error a misspelt field does not compile
        expect(message.start.callsid).toBeUndefined();
        break;
      case undefined:
        expect.unreachable(`not read: ${String(message.frame)}`);
        break;
      default:
        expect.unreachable(`read as ${message.event}`);
    }
  });

  test('may lack what a stream can be followed without', () => {
    const { sequenceNumber, ...rest } = start as { sequenceNumber: string; start: { customParameters: object } };
    const { customParameters, ...details } = rest.start;
    expect(MediaStreamsMessage.parse({ ...rest, start: details }).event).toBe('start');
  });

  test('has numbers, whether they come as text or not, and writes them as Twilio does', () => {
    const media = { track: 'inbound', payload: '//8=' };
    const text = { event: 'media', streamSid: 'MZ1', sequenceNumber: '3', media: { ...media, chunk: '2', timestamp: '40' } };
    const read = { event: 'media', streamSid: 'MZ1', sequenceNumber: 3, media: { ...media, chunk: 2, timestamp: 40 } };
    expect(MediaStreamsMessage.parse(text)).toEqual(read);
    expect(MediaStreamsMessage.parse(read)).toEqual(read);
    expect(z.encode(MediaStreamsMessage, MediaStreamsMessage.parse(read))).toEqual(text);
    expect(MediaStreamsMessage.parse({ ...text, sequenceNumber: 'three' })).toEqual({ ...read, sequenceNumber: undefined });
  });

  test('of another sender may lack what Twilio always sends', () => {
    expect(MediaStreamsMessage.parse('{"event":"stop","streamSid":"MZ1"}')).toEqual({ event: 'stop', streamSid: 'MZ1' });
    expect(MediaStreamsMessage.parse({ event: 'media', streamSid: 'MZ1', media: { payload: '' } }).event).toBe('media');
  });

  test('keeps fields that are new', () => {
    expect(MediaStreamsMessage.parse({ ...start, region: 'us1' })).toMatchObject({ event: 'start', region: 'us1' });
  });

  test('that is new, or does not fit, is handed over as it is', () => {
    const unknown = { event: 'flux', streamSid: 'MZ1' };
    expect(MediaStreamsMessage.parse(JSON.stringify(unknown))).toEqual({ event: undefined, frame: unknown });
    const misfit = { event: 'media', streamSid: 'MZ1', media: { payload: 7 } };
    expect(MediaStreamsMessage.parse(misfit)).toEqual({ event: undefined, frame: misfit });
    expect(z.encode(MediaStreamsMessage, { event: undefined, frame: misfit })).toEqual(misfit);
  });

  test('of one kind is refused by the schema of another', () => {
    expect(MediaStreamsStart.safeParse('{"event":"stop","streamSid":"MZ1"}').success).toBe(false);
    expect(MediaStreamsStart.safeParse(Buffer.from(JSON.stringify(start))).success).toBe(true);
  });
});

describe('a command', () => {
  test('that is none, or does not fit, is refused', () => {
    expect(() => writeFrame({ event: 'rewind', streamSid: 'MZ1' } as never)).toThrow(TypeError);
    expect(() => writeFrame({ event: 'secret', frame: {} } as never)).toThrow(/^(?!.*secret)/);
    expect(() => writeFrame({ event: 'media', streamSid: 'MZ1', media: { payload: new Uint8Array(2) } } as never)).toThrow(
      /media\.payload/,
    );
  });

  test('must be spelt right to compile', () => {
    // @ts-expect-error `nmae` is no field
    expect(() => writeFrame({ event: 'mark', streamSid: 'MZ1', mark: { nmae: 'a' } })).toThrow(/mark\.name/);
    // @ts-expect-error a mark has no media
    expect(writeFrame({ event: 'clear', streamSid: 'MZ1', media: { payload: '' } })).toContain('clear');
  });

  test('is no message, and the other way round', () => {
    const mark = { event: 'mark', streamSid: 'MZ1' };
    expect(MediaStreamsCommand.parse(mark)).toEqual({ event: undefined, frame: mark });
    expect(MediaStreamsCommand.parse(start).event).toBeUndefined();
  });
});
