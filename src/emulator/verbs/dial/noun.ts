import { isElement, type TwimlNode } from '../../../twiml/node.js';
import type { Address, Detection } from '../../calls/create-call.js';
import type { ProgressCallback } from '../../calls/leg.js';
import { resolveCallback, resolveIn } from '../../documents/document.js';
import { elementsIn, readInteger, readList, readMethod, readParameters, textOf } from '../read.js';
import type { VerbContext } from '../verb.js';

/** Somebody that `<Dial>` calls. */
export interface Noun {
  /** E.164, `client:name`, `sip:…`. */
  readonly address: string;
  readonly progress: ProgressCallback | undefined;
  /** What the callee hears before the two are joined. */
  readonly whisper: Address | undefined;
  readonly sendDigits: string | undefined;
  readonly detection: Detection | undefined;
  /** Parameters that are handed over to a client. */
  readonly parameters: Readonly<Record<string, string>>;
}

/** The elements that name a person to call. */
export const PEOPLE: readonly string[] = ['Number', 'Client', 'Sip', 'Sim', 'WhatsApp'];

/** Reads whom to call: elements, or a number as text. */
export function readNouns(context: VerbContext): readonly Noun[] {
  const elements = elementsIn(context.node).filter(({ tag }) => PEOPLE.includes(tag));
  if (elements.length > 0) return elements.map((element) => readNoun(context, element));
  const number = context.node.children
    .filter((child) => typeof child === 'string')
    .join('')
    .trim();
  return number === '' ? [] : [readNoun(context, { tag: 'Number', attributes: {}, children: [number] })];
}

function readNoun({ document }: VerbContext, node: TwimlNode): Noun {
  const { url, statusCallback, machineDetection, amdStatusCallback, sendDigits } = node.attributes;
  const callback = (reference: string | undefined, method: string): Address | undefined => {
    const told = resolveCallback(document, reference);
    return told === undefined ? undefined : { url: told, method: readMethod(node, method) };
  };
  const reported = callback(statusCallback, 'statusCallbackMethod');
  return {
    address: addressOf(node),
    progress: reported && { ...reported, events: readList(node, 'statusCallbackEvent', ['completed']) },
    whisper: url === undefined || url.trim() === '' ? undefined : { url: resolveIn(document, url), method: readMethod(node, 'method') },
    sendDigits,
    detection:
      machineDetection === 'Enable' || machineDetection === 'DetectMessageEnd'
        ? {
            mode: machineDetection,
            timeoutMs: readInteger(node, 'machineDetectionTimeout', 30, 3, 60) * 1000,
            callback: callback(amdStatusCallback, 'amdStatusCallbackMethod'),
            isAsync: true,
          }
        : undefined,
    parameters: readParameters(node),
  };
}

function addressOf(node: TwimlNode): string {
  const own = node.children
    .filter((child) => !isElement(child))
    .join('')
    .trim();
  if (node.tag === 'Client') {
    const identity = elementsIn(node).find(({ tag }) => tag === 'Identity');
    return `client:${identity === undefined ? own : textOf(identity)}`;
  }
  if (node.tag === 'Sip') return own;
  if (node.tag === 'Sim') return `sim:${own}`;
  if (node.tag === 'WhatsApp') return own.startsWith('whatsapp:') ? own : `whatsapp:${own}`;
  // People write numbers with spaces and brackets.
  const digits = own.replace(/[\s().-]/g, '');
  return /^\d{10}$/.test(digits) ? `+1${digits}` : digits;
}
