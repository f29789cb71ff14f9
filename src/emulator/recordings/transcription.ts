import type { World } from '../world.js';
import type { Recording } from './recording.js';

/** How long a transcription takes. */
const TRANSCRIBED_MS = 5000;

/** What was said in a recording, written down a little later. */
export class Transcription {
  readonly sid: string;
  readonly recording: Recording;
  readonly createdAt: number;
  updatedAt: number;
  status: 'in-progress' | 'completed' = 'in-progress';
  text = '';
  /** Resolves when there is a text. */
  readonly done: Promise<void>;

  constructor(world: World, recording: Recording) {
    this.sid = world.chance.sid('TR');
    this.recording = recording;
    this.createdAt = world.clock.now;
    this.updatedAt = this.createdAt;
    this.done = new Promise((resolve) => {
      world.clock.after(TRANSCRIBED_MS, () => {
        this.status = 'completed';
        this.text = recording.words.join(' ');
        this.updatedAt = world.clock.now;
        resolve();
      });
    });
  }

  /** Where it can be had, without an extension. */
  get url(): string {
    return `${this.recording.url}/Transcriptions/${this.sid}`;
  }
}

/** The transcriptions of an account, by SID. */
export class Transcriptions {
  readonly all = new Map<string, Transcription>();

  begin(world: World, recording: Recording): Transcription {
    const transcription = new Transcription(world, recording);
    this.all.set(transcription.sid, transcription);
    void transcription.done.then(() => world.shelves.transcriptions.add(() => this.all.delete(transcription.sid)));
    return transcription;
  }
}
