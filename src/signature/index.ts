export type { SignatureCause, SignatureErrorCode, SignatureExplanation } from '../errors.js';
export { SignatureError } from '../errors.js';
export type { FormParameters } from '../request/forms.js';
export type { RequestHeaders } from '../request/headers.js';
export { bodySha256 } from './body-hash.js';
export type { SignatureOptions, SignedRequest } from './request.js';
export { signRequest, type UnsignedRequest } from './sign.js';
export { isSignatureValid, verifySignature } from './verify.js';
