/** Names that no name server of the internet knows. The addresses are those of RFC 1918, 4193, 3927, 6598 and of loopback. */
const PRIVATE_NAME = /(?:^|\.)(?:localhost|local|internal|lan|home|corp|intranet|svc|home\.arpa|localdomain)\.?$/i;
const PRIVATE_ADDRESS =
  /^(?:0|10|127|169\.254|192\.168|172\.(?:1[6-9]|2\d|3[01])|100\.(?:6[4-9]|[7-9]\d|1[01]\d|12[0-7]))\.[\d.]+$|^\[(?:::1?|f[cd][\da-f]{2}:.*|fe[89ab][\da-f]:.*|::ffff:(?:10|127|192\.168)\..*)\]$/i;

/** Whether a host cannot be reached from the internet, so that Twilio cannot have called it: loopback, a private address, a name without a dot. */
export function isPrivateHost(host: string): boolean {
  if (PRIVATE_ADDRESS.test(host)) return true;
  return !host.startsWith('[') && (!host.includes('.') || PRIVATE_NAME.test(host));
}
