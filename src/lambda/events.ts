/** Values of headers or of a query, by name. */
export type Values = Readonly<Record<string, string | undefined>> | null | undefined;

/** Several values of headers or of a query, by name. */
export type MultiValues = Readonly<Record<string, readonly string[] | undefined>> | null | undefined;

/** What the events of all kinds have in common. */
interface BodyEvent {
  readonly body?: string | null | undefined;
  readonly isBase64Encoded?: boolean | undefined;
  readonly headers?: Values;
  /** The parameters of the route's path, where the service has routes. */
  readonly pathParameters?: Values;
}

/** An event of an HTTP API of API Gateway (payload version 2.0) or of a function URL. */
export interface HttpApiEvent extends BodyEvent {
  readonly rawPath: string;
  readonly rawQueryString: string;
  readonly cookies?: readonly string[] | undefined;
  readonly requestContext: { readonly domainName?: string | undefined; readonly http: { readonly method: string } };
}

/** An event of a REST API of API Gateway (payload version 1.0). */
export interface RestApiEvent extends BodyEvent {
  readonly httpMethod: string;
  readonly path: string;
  readonly multiValueHeaders?: MultiValues;
  readonly queryStringParameters?: Values;
  readonly multiValueQueryStringParameters?: MultiValues;
  readonly requestContext: { readonly path?: string | undefined; readonly domainName?: string | undefined };
}

/** An event of an Application Load Balancer, whose target group may or may not send several values. */
export interface LoadBalancerEvent extends BodyEvent {
  readonly httpMethod: string;
  readonly path: string;
  readonly multiValueHeaders?: MultiValues;
  readonly queryStringParameters?: Values;
  readonly multiValueQueryStringParameters?: MultiValues;
  readonly requestContext: { readonly elb: object };
}

/** An event of Netlify's functions, which has the whole URL in place of a context. */
export interface NetlifyEvent extends BodyEvent {
  readonly httpMethod: string;
  readonly path: string;
  readonly rawUrl: string;
  readonly multiValueHeaders?: MultiValues;
}

/** An event that an HTTP request causes. */
export type LambdaEvent = HttpApiEvent | RestApiEvent | LoadBalancerEvent | NetlifyEvent;

/** What a function answers an event with. */
export interface LambdaResult {
  readonly statusCode: number;
  readonly headers: Record<string, string>;
  /** There where the event had several values, since a load balancer then reads no others. */
  readonly multiValueHeaders?: Record<string, string[]>;
  readonly cookies?: string[];
  readonly body: string;
  readonly isBase64Encoded: boolean;
}

export function isHttpApiEvent(event: LambdaEvent): event is HttpApiEvent {
  return 'rawPath' in event;
}

export function isNetlifyEvent(event: LambdaEvent): event is NetlifyEvent {
  return 'rawUrl' in event && !('requestContext' in event);
}

export function isLoadBalancerEvent(event: RestApiEvent | LoadBalancerEvent): event is LoadBalancerEvent {
  return 'elb' in event.requestContext;
}

/** The values of an event that has two places for them. Some services, and most hand-made events, leave the one for several values empty. */
export function pickFilled(several: MultiValues, single: Values): NonNullable<MultiValues | Values> {
  return several !== undefined && several !== null && Object.keys(several).length > 0 ? several : (single ?? {});
}
