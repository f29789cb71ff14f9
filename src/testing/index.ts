export type { DeliveryFormat, DeliveryOptions, DeliveryTarget, SigningOptions } from '../delivery/delivery.js';
export { type FixtureOptions, type FixtureSchema, fixture, formFixture, type Overrides } from '../fixtures/fixture.js';
export { listVariants } from '../fixtures/samples.js';
export { type EmailRequestOptions, signedEmailRequest } from './email.js';
export { type LambdaEventOptions, type LambdaShape, type LambdaSource, type SignedLambdaEvent, signedLambdaEvent } from './lambda.js';
export { type MatcherResult, type TwimlAssertions, type TwimlSource, twimlMatchers } from './matchers.js';
export { type Injection, type NodeRequestParts, signedInjection, signedNodeRequest, signedRequest } from './requests.js';
export * from './stories/index.js';
export { type Tampering, tamperedRequest } from './tamper.js';
