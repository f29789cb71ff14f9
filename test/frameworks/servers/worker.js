// A Worker on workerd, bundled before.
import { answer } from './web-endpoints.js';

const worker = { fetch: answer };

export { worker as default };
