export { SuperSimEsimProfile } from './super-sim-esim-profile.js';
export { SuperSimIpCommand } from './super-sim-ip-command.js';
export { SuperSimSimUpdate } from './super-sim-sim-update.js';
export { SuperSimSmsCommand } from './super-sim-sms-command.js';
export { WirelessCommand } from './wireless-command.js';
export { WirelessSimUpdate } from './wireless-sim-update.js';
