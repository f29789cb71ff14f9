export { NumbersBundleStatus } from './numbers-bundle-status.js';
export { NumbersPortIn } from './numbers-port-in.js';
export { NumbersPortInPhoneNumber } from './numbers-port-in-phone-number.js';
export { TrusthubBundleStatus } from './trusthub-bundle-status.js';
