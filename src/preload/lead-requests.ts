import http, { type ClientRequest, type RequestOptions } from 'node:http';
import https from 'node:https';
import { Socket } from 'node:net';
import { urlToHttpOptions } from 'node:url';
import { failLater, refusal } from './failures.js';
import { judgeHost } from './hosts.js';

type Request = (options: RequestOptions, callback?: unknown) => ClientRequest;

/**
 * Has requests to Twilio pass by every agent and every proxy that the application has set up: connections of plain agents lead to the
 * emulator, those of others may lead elsewhere first.
 */
export function leadRequests(): void {
  const requests = { 'http:': http.request, 'https:': https.request } as Readonly<Record<string, Request>>;
  const agents: Readonly<Record<string, http.Agent>> = { 'http:': new http.Agent(), 'https:': new https.Agent() };

  /** The request in place of one to Twilio; nothing for every other. */
  const lead = (protocol: string, options: RequestOptions, callback: unknown): ClientRequest | undefined => {
    const proxied = readProxied(options);
    const target = proxied ?? { protocol: options.protocol ?? protocol, hostname: options.hostname ?? options.host };
    if (judgeHost(target.hostname) === undefined) return undefined;
    if (options.method?.toUpperCase() === 'CONNECT') {
      const refused = { ...options, agent: undefined, createConnection: () => failLater(new Socket(), refusal(String(target.hostname))) };
      return requests['http:']?.(refused, callback);
    }
    const whole = proxied === undefined ? options : { ...options, host: undefined, port: undefined, ...urlToHttpOptions(proxied) };
    return requests[target.protocol]?.({ ...whole, agent: agents[target.protocol] }, callback);
  };

  for (const [module, protocol] of [[http, 'http:'] as const, [https, 'https:'] as const]) {
    const original = module.request as (...parameters: unknown[]) => ClientRequest;
    const request = (...parameters: unknown[]): ClientRequest => {
      const { options, callback } = readParameters(parameters);
      return lead(protocol, options, callback) ?? original(...parameters);
    };
    const get = (...parameters: unknown[]): ClientRequest => {
      const sent = request(...parameters);
      sent.end();
      return sent;
    };
    Object.assign(module, { request, get });
  }
}

/** The URL of a request to a proxy, which names it whole where other requests have a path; that of a tunnel is the host alone. */
function readProxied({ method, path }: RequestOptions): URL | undefined {
  if (typeof path !== 'string') return undefined;
  const text = method?.toUpperCase() === 'CONNECT' ? `https://${path}` : path;
  return /^https?:\/\//i.test(text) && URL.canParse(text) ? new URL(text) : undefined;
}

/** Reads what `request` is called with: a URL, options, or both, of which the options win. */
function readParameters(parameters: readonly unknown[]): { options: RequestOptions; callback: unknown } {
  const [first] = parameters;
  const url = typeof first === 'string' ? (URL.canParse(first) ? new URL(first) : undefined) : first instanceof URL ? first : undefined;
  const rest = typeof first === 'string' || first instanceof URL ? parameters.slice(1) : parameters;
  return {
    options: { ...(url && urlToHttpOptions(url)), ...rest.find((value) => typeof value === 'object' && value !== null) },
    callback: rest.find((value) => typeof value === 'function'),
  };
}
