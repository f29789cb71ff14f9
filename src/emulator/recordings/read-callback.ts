import { resolveCallback } from '../documents/document.js';
import { readList, readMethod } from '../verbs/read.js';
import type { VerbContext } from '../verbs/verb.js';
import type { RecordingCallback } from './recording.js';

/** Who is to be told of the recording that a verb makes. */
export function readRecordingCallback({ document, node }: VerbContext): RecordingCallback | undefined {
  const url = resolveCallback(document, node.attributes.recordingStatusCallback);
  if (url === undefined) return undefined;
  return {
    url,
    method: readMethod(node, 'recordingStatusCallbackMethod'),
    events: readList(node, 'recordingStatusCallbackEvent', ['completed']),
  };
}
