export { VerifyChallenge } from './verify-challenge.js';
export { VerifyFactor } from './verify-factor.js';
