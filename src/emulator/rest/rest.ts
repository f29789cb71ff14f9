import { type FormParameters, gatherPairs, parseForm } from '../../request/forms.js';
import type { RestWay } from '../control/protocol.js';
import type { World } from '../world.js';
import { Accounts } from './accounts.js';
import { Answers } from './answers.js';
import { checkCredentials } from './credentials.js';
import { findPlace, type Place } from './product.js';
import { RestError } from './rest-error.js';
import type { RestAnswer, RestRequest } from './rest-request.js';
import { findRoute } from './routes.js';
import { describeOperation, unknownOperation } from './unknown-operation.js';

/** The largest body that is read. The API of Twilio refuses larger ones too. */
const LARGEST_BODY = 1_000_000;

/** How a request came, beside what is in it. */
export interface RestOptions {
  /** Another origin of the same server: files that Twilio keeps elsewhere are there. */
  readonly elsewhere?: string | undefined;
  /** @default 'process' */
  readonly way?: RestWay;
}

/**
 * Answers a request as Twilio's REST API does. It throws nothing. No time passes meanwhile: what the request sets going is told only after
 * its answer.
 */
export function answerRest(request: Request, world: World, options: RestOptions = {}): Promise<Response> {
  return world.part(Answers).during(answer(request, world, options));
}

async function answer(request: Request, world: World, options: RestOptions): Promise<Response> {
  const url = new URL(request.url);
  const place = findPlace(url, request.headers.get('host'));
  const { method } = request;
  const { product, path } = place;
  const asked: { form?: FormParameters } = {};
  const note = (outcome: { readonly status: number; readonly code?: number }) => {
    const parameters = asked.form === undefined || Object.keys(asked.form).length === 0 ? {} : { parameters: withoutSecrets(asked.form) };
    return world.log.add({ type: 'rest', method, product, path, ...outcome, ...parameters, way: options.way ?? 'process' });
  };
  try {
    const found = await run(request, place, world, options, asked);
    note({ status: found.status });
    return makeResponse(found);
  } catch (error) {
    if (!(error instanceof RestError)) throw error;
    const { code, status, message } = error;
    const event = note({ status, code });
    if (error.finding !== undefined) world.report({ twilioCode: code, severity: 'error', message: error.finding }, [event]);
    if (error.warning !== undefined) world.report({ severity: 'warning', message: error.warning }, [event]);
    const more_info = `https://www.twilio.com/docs/errors/${code}`;
    const challenge = status === 401 ? { 'www-authenticate': 'Basic realm="Twilio API"' } : {};
    return makeResponse({ status, body: { code, message, more_info, status }, headers: challenge });
  }
}

/** What a request asks for, without what nobody should read later. */
function withoutSecrets(form: FormParameters): FormParameters {
  return Object.fromEntries(Object.entries(form).filter(([name]) => !/password|secret|token/i.test(name)));
}

async function run(
  request: Request,
  place: Place,
  world: World,
  { elsewhere }: RestOptions,
  asked: { form?: FormParameters },
): Promise<RestAnswer> {
  const { product, path, origin } = place;
  const found = findRoute(product, request.method, path);
  if (found?.route.isOpen !== true) checkCredentials(request.headers.get('authorization'), world);
  if (found === undefined) throw refuse(product, request.method, path);
  const { route, names } = found;
  if (names.account !== undefined && world.part(Accounts).find(names.account) === undefined) throw unknownOperation(path);
  const { form, json } = await readBody(request);
  asked.form = form;
  const restRequest: RestRequest = {
    world,
    method: request.method,
    path,
    origin,
    elsewhere,
    isOld: path.startsWith('/2010-04-01/'),
    names,
    account: names.account ?? world.settings.accountSid,
    query: parseForm(new URL(request.url).search.slice(1)),
    form,
    json,
    headers: request.headers,
  };
  return route.run(restRequest);
}

function refuse(product: string, method: string, path: string): RestError {
  const error = unknownOperation(path);
  error.finding = `The emulator cannot ${describeOperation(product, method, path)} (${method} ${product}.twilio.com${path}).`;
  return error;
}

async function readBody(request: Request): Promise<{ readonly form: FormParameters; readonly json: unknown }> {
  if (request.method !== 'POST' && request.method !== 'PUT') return { form: {}, json: undefined };
  const bytes = await request.arrayBuffer();
  if (bytes.byteLength > LARGEST_BODY) throw new RestError(20413, 'The request is too large', 413);
  const type = request.headers.get('content-type') ?? '';
  if (/^multipart\/form-data\b/i.test(type)) return { form: await readMultipart(bytes, type), json: undefined };
  const text = new TextDecoder().decode(bytes);
  if (!/^application\/json\b/i.test(type)) return { form: parseForm(text), json: undefined };
  try {
    return { form: {}, json: JSON.parse(text) as unknown };
  } catch {
    throw new RestError(20001, 'The body is no JSON');
  }
}

/** The first versions of the official client, such as 3.0.0, write their forms so. */
async function readMultipart(bytes: ArrayBuffer, type: string): Promise<FormParameters> {
  // A form without a field is its end alone, which not every runtime reads.
  if (!/content-disposition/i.test(new TextDecoder().decode(bytes))) return {};
  try {
    const fields = await new Response(bytes, { headers: { 'content-type': type } }).formData();
    return gatherPairs([...fields].flatMap(([name, value]) => (typeof value === 'string' ? [{ name, value }] : [])));
  } catch {
    throw new RestError(20001, 'The body is no form of the kind multipart/form-data');
  }
}

function makeResponse({ status, body, headers }: RestAnswer): Response {
  if (body === undefined) return new Response(null, { status, ...(headers && { headers }) });
  if (body instanceof Uint8Array) return new Response(new Uint8Array(body), { status, headers: { ...headers } });
  return new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json;charset=utf-8', ...headers } });
}
