import { listFieldTypes } from '../../delivery/field-type.js';
import { type FormParameters, identifyWebhook, parseForm } from '../../payloads/index.js';
import type { RequestHeaders } from '../../request/headers.js';
import { readHeader } from '../../request/headers.js';
import { describeElement, parseTwiml } from '../../twiml/document/index.js';
import { findKind } from '../kind.js';
import { isKnownType, redactHeaders } from './redact-head.js';
import type { Redactor } from './redactor.js';

/** A webhook that passed, as it is kept in a file. */
export interface KeptWebhook {
  readonly recordedAt: string;
  /** Whether what belongs to people was taken out; then the signature is gone too. */
  readonly redacted: boolean;
  /** The kind that the parameters look like. */
  readonly kind?: string;
  readonly request: {
    readonly method: string;
    /** Path and query; the whole URL where nothing was taken out. */
    readonly url: string;
    readonly headers: Readonly<Record<string, string>>;
    /** The parameters of a form or of a GET, or JSON: what a schema reads. */
    readonly parameters: unknown;
    /** The body as it was signed. */
    readonly text?: string;
  };
  readonly response: {
    readonly status: number;
    readonly contentType?: string;
    readonly durationMs: number;
    /** The verbs of a document. */
    readonly verbs?: readonly string[];
    readonly text?: string;
  };
}

/** What passed. */
export interface ProxiedRequest {
  readonly method: string;
  /** With scheme and host as far as the request told them. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly body: string;
  readonly response: { readonly status: number; readonly headers: RequestHeaders; readonly body: string; readonly durationMs: number };
  readonly at: Date;
}

/** Whether a request is a webhook: a browser's way to the same server is nothing to keep. */
export function isWebhook({ headers }: Pick<ProxiedRequest, 'headers'>): boolean {
  return readHeader(headers, 'x-twilio-signature') !== undefined;
}

/** Makes what is kept of a webhook. Without a redactor that is all but credentials and cookies. */
export function makeKeptWebhook(proxied: ProxiedRequest, redactor: Redactor | undefined): KeptWebhook {
  const content = readContent(proxied);
  const kind = content === undefined ? undefined : identifyWebhook(content);
  return {
    recordedAt: proxied.at.toISOString(),
    redacted: redactor !== undefined,
    ...(kind !== undefined && { kind }),
    request: redactor === undefined ? keepRequest(proxied, content) : redactRequest(proxied, content, kind, redactor),
    response: describeResponse(proxied, redactor === undefined),
  };
}

/** Reads a body by its type alone: read as a form, other text would become names of parameters. `undefined` for what is neither. */
function readContent({ method, url, headers, body }: ProxiedRequest): unknown {
  if (method === 'GET') return parseForm(/\?([^#]*)/.exec(url)?.[1] ?? '');
  const type = (readHeader(headers, 'content-type') ?? '').split(';', 1)[0]?.trim().toLowerCase();
  if (type === 'application/x-www-form-urlencoded') return parseForm(body);
  if (!/^application\/(?:[\w.-]+\+)?json$/.test(type ?? '')) return undefined;
  try {
    return JSON.parse(body);
  } catch {
    return {};
  }
}

/** Headers that let somebody in elsewhere. No signature covers them. */
const CREDENTIALS = ['authorization', 'proxy-authorization', 'cookie'];

function keepRequest({ method, url, headers, body }: ProxiedRequest, parameters: unknown): KeptWebhook['request'] {
  const kept = Object.entries(headers).filter(([name, value]) => value !== undefined && !CREDENTIALS.includes(name.toLowerCase()));
  return { method, url, headers: Object.fromEntries(kept.map(([name, value]) => [name, String(value)])), parameters, text: body };
}

function redactRequest(proxied: ProxiedRequest, content: unknown, kind: string | undefined, redactor: Redactor): KeptWebhook['request'] {
  const { method, url, headers } = proxied;
  const path = url.replace(/^[a-z]*:?\/\/[^/?]*/i, '');
  return {
    method,
    // The query of a GET is the parameters, which stand beside it.
    url: redactor.redactPath(method === 'GET' ? path.replace(/\?.*/s, '') : path),
    headers: { ...redactHeaders((name) => readHeader(headers, name)), 'x-twilio-signature': 'redacted' },
    // Nothing is known of what is neither a form nor JSON, so that nothing of it is harmless.
    parameters: content === undefined ? {} : redactContent(content, kind, redactor),
  };
}

/** Redacts parameters or JSON; what the schema of the kind knows to be harmless stays. */
export function redactContent(content: unknown, kind: string | undefined, redactor: Redactor): unknown {
  const types = kind === undefined ? undefined : listFieldTypes(findKind(kind).schema);
  const isForm = typeof content === 'object' && content !== null && !Array.isArray(content) && Object.values(content).every(isFormValue);
  if (!isForm) return redactor.redactJson(content, types);
  const redacted = Object.entries(content as FormParameters).map(([name, value]) => {
    const redact = (one: string) => redactor.redactParameter(name, one, types?.get(name));
    return [redactor.redactName(name), typeof value === 'string' ? redact(value) : value.map(redact)] as const;
  });
  return Object.fromEntries(redacted);
}

function isFormValue(value: unknown): boolean {
  return typeof value === 'string' || (Array.isArray(value) && value.every((item) => typeof item === 'string'));
}

function describeResponse({ response }: ProxiedRequest, isKept: boolean): KeptWebhook['response'] {
  const { status, headers, body, durationMs } = response;
  const contentType = readHeader(headers, 'content-type');
  const verbs = listVerbs(body, isKept);
  return {
    status,
    ...(contentType !== undefined && { contentType: isKept || isKnownType(contentType) ? contentType : 'redacted' }),
    durationMs: Math.round(durationMs),
    ...(verbs !== undefined && { verbs }),
    ...(isKept && { text: body }),
  };
}

function listVerbs(body: string, isKept: boolean): readonly string[] | undefined {
  try {
    const { children } = parseTwiml(body);
    const tags = children.flatMap((child) => (typeof child === 'object' && 'tag' in child ? [child.tag] : []));
    return isKept ? tags : tags.map((tag) => (isTag(tag) ? tag : 'redacted'));
  } catch {
    return undefined;
  }
}

function isTag(tag: string): boolean {
  return (['voice', 'messaging', 'fax'] as const).some((family) => describeElement(tag, family) !== undefined);
}
