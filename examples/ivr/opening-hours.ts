export const OPENING_HOURS = 'We are open from nine to five, Monday to Friday.';

const TIME_ZONE = 'Europe/Berlin';

/** Whether somebody is there at that time. */
export function isOpen(time: Date): boolean {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone: TIME_ZONE,
    weekday: 'short',
    hour: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(time);
  const partOf = (type: string) => parts.find((part) => part.type === type)?.value ?? '';
  const hour = Number(partOf('hour'));
  return !['Sat', 'Sun'].includes(partOf('weekday')) && hour >= 9 && hour < 17;
}
