import type { Route } from '../rest-request.js';
import { verificationCheckRoutes } from './checks.js';
import { verifyServiceRoutes } from './services.js';
import { verificationRoutes } from './verifications.js';

/** Verify v2: https://www.twilio.com/docs/verify/api */
export const verifyRoutes: readonly Route[] = [...verifyServiceRoutes, ...verificationRoutes, ...verificationCheckRoutes];
