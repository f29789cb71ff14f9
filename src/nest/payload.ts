import type * as z from 'zod';
import { PayloadError, RingbackError } from '../errors.js';
import { readPassed } from '../webhook/adapter.js';
import type { WebhookSchema } from '../webhook/reply.js';
import { makeHttpError, type NestContext, readTwilio } from './context.js';
import { pickSchema } from './pick-schema.js';
import { sendEmpty } from './platform.js';

/** What `reflect-metadata` adds to `Reflect`. */
interface MetadataReflect {
  getMetadata?(key: string, target: object, property: string | symbol): unknown;
  defineMetadata?(key: string, value: unknown, target: object, property: string | symbol): void;
}

/** Where Nest looks up the parameters of a method, and what its own `createParamDecorator` puts there. */
const ROUTE_ARGUMENTS = '__routeArguments__';
const CUSTOM_ARGUMENT = '__customRouteArgs__';

/**
 * Hands the payload of a verified request to a parameter of a controller's method. What does not fit the schema is a 400. Where several kinds
 * come to one URL, a list has the schema of each.
 *
 * It stands before a parameter: `receive(@TwilioPayload(IncomingMessage) message: IncomingMessage)`.
 *
 * @throws TypeError when `reflect-metadata` is not loaded, which Nest needs too.
 */
export function TwilioPayload(
  schema: z.ZodType | readonly WebhookSchema[],
): (target: object, property: string | symbol | undefined, index: number) => void {
  return (target, property = '', index) => {
    const reflect = Reflect as MetadataReflect;
    if (reflect.defineMetadata === undefined) throw new TypeError('Import reflect-metadata before the controllers, as Nest asks for');
    const others = reflect.getMetadata?.(ROUTE_ARGUMENTS, target.constructor, property) as object | undefined;
    const argument = { index, factory: (_data: unknown, context: NestContext) => readPayload(context, schema), data: undefined, pipes: [] };
    const key = `twilioPayload${CUSTOM_ARGUMENT}:${index}`;
    reflect.defineMetadata(ROUTE_ARGUMENTS, { ...others, [key]: argument }, target.constructor, property);
  };
}

function readPayload(context: NestContext, schema: z.ZodType | readonly WebhookSchema[]): unknown {
  try {
    const picked = 'safeParse' in schema ? schema : pickSchema(schema, context);
    if (picked === undefined) throw new PayloadError('PAYLOAD_UNKNOWN_KIND', 'The webhook is of none of the kinds that are handled here.');
    return readPassed(readTwilio(context), picked);
  } catch (error) {
    if (!(error instanceof RingbackError)) throw error;
    sendEmpty(context, { status: error.status, headers: {} });
    throw makeHttpError(error.status, error);
  }
}
