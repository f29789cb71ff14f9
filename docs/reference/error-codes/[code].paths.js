import { listCodePages } from '../../../tools/reference-error-codes.js';

/** A page for each error code, made while the site is built. */
export default { paths: listCodePages };
