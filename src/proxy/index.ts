export { type EmulatorProxy, type ProxyOptions, startProxy } from './start-proxy.js';
export { writeExports } from './variables.js';
