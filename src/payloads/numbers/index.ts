export { NumbersBundleStatus } from './numbers-bundle-status.js';
export { NumbersPortIn } from './numbers-port-in.js';
export { NumbersPortInPhoneNumber } from './numbers-port-in-phone-number.js';
export { NumbersPortOutPhoneNumberCompleted } from './numbers-port-out-phone-number-completed.js';
export { NumbersSenderIdRegistration } from './numbers-sender-id-registration.js';
export { NumbersVoiceVerification } from './numbers-voice-verification.js';
export { TrusthubBundleStatus } from './trusthub-bundle-status.js';
