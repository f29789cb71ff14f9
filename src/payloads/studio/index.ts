export { StudioAnswer } from './replies/studio-answer.js';
export { StudioHttpRequest } from './studio-http-request.js';
export { StudioRunFunction } from './studio-run-function.js';
export { StudioTwimlRedirect } from './studio-twiml-redirect.js';
