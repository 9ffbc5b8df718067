import { formatDay } from '../../ui/moment.ts';

/**
 * A moment as one would say it: “hari ini 14.05”, “kemarin 16.20”, “12 November”, in another year with the year. What
 * lies ahead of this device’s clock was written before the clock was set back: nothing better can be said than “now”.
 */
export function whenWords(at: number, now: number): string {
  const { day, time } = partsOf(at);
  if (at > now) return 'baru saja';
  if (day === partsOf(now).day) return `hari ini ${time}`;
  if (day === partsOf(yesterday(now)).day) return `kemarin ${time}`;
  const year = ` ${new Date(now).getFullYear()}`;
  return day.endsWith(year) ? day.slice(0, -year.length) : day;
}

function partsOf(at: number): { readonly day: string; readonly time: string } {
  const moment = new Date(at);
  const two = (value: number): string => String(value).padStart(2, '0');
  return { day: formatDay(moment.toISOString()), time: `${two(moment.getHours())}.${two(moment.getMinutes())}` };
}

/** By the calendar: a day may have 23 hours. */
function yesterday(now: number): number {
  const day = new Date(now);
  day.setDate(day.getDate() - 1);
  return day.getTime();
}
