/** Whether somebody could be called at an address: a number, a client or a SIP endpoint. */
export function isCallable(address: string): boolean {
  return /^(?:client|sips?|sim|whatsapp):./.test(address) || /^\+?\d{3,15}$/.test(address.replace(/[\s().-]/g, ''));
}
