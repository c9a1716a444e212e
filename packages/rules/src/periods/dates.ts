// Instants are shown in the region's zone whatever the device says; months and days are spelled here, so that no browser's
// language shows through. A day is `2026-03-31`, an instant ISO 8601.
const months = [
  'Januari',
  'Februari',
  'Maret',
  'April',
  'Mei',
  'Juni',
  'Juli',
  'Agustus',
  'September',
  'Oktober',
  'November',
  'Desember',
] as const
const shortMonths = ['Jan', 'Feb', 'Mar', 'Apr', 'Mei', 'Jun', 'Jul', 'Agu', 'Sep', 'Okt', 'Nov', 'Des'] as const
const weekdays = ['Minggu', 'Senin', 'Selasa', 'Rabu', 'Kamis', 'Jumat', 'Sabtu'] as const
export const zoneNames: Record<string, string> = {
  'Asia/Jakarta': 'WIB',
  'Asia/Makassar': 'WITA',
  'Asia/Jayapura': 'WIT',
}
const zoneHours: Record<string, number> = { 'Asia/Jakarta': 7, 'Asia/Makassar': 8, 'Asia/Jayapura': 9 }

const dayLength = 86_400_000

/** Indonesia has no summer time, so a zone is an offset and needs no time zone data of the browser. */
const shifted = (instant: string | number | Date, zone: string): Date =>
  new Date(new Date(instant).getTime() + (zoneHours[zone] ?? 8) * 3_600_000)

/** The day an instant falls on in the zone: `2026-03-31T15:59:59Z` → `2026-03-31`. */
export const dayOf = (instant: string | number | Date, zone: string): string =>
  shifted(instant, zone).toISOString().slice(0, 10)

/** `31 Maret 2026`. */
export function spelledDay(day: string): string {
  const date = new Date(`${day}T00:00:00Z`)
  return `${date.getUTCDate()} ${months[date.getUTCMonth()]} ${date.getUTCFullYear()}`
}

/** `Selasa, 31 Maret 2026`. */
export const longDay = (day: string): string =>
  `${weekdays[new Date(`${day}T00:00:00Z`).getUTCDay()]}, ${spelledDay(day)}`

/** `31 Mar 2026`, never broken over two lines. */
export function shortDay(day: string): string {
  const date = new Date(`${day}T00:00:00Z`)
  return `${date.getUTCDate()}\u00a0${shortMonths[date.getUTCMonth()]}\u00a0${date.getUTCFullYear()}`
}

/** Of a month as `2026-03`: `Mar 2026`. */
export const monthWords = (month: string): string => `${shortMonths[Number(month.slice(5)) - 1]} ${month.slice(0, 4)}`

/** `23.59`. */
export const timeOf = (instant: string, zone: string): string =>
  shifted(instant, zone).toISOString().slice(11, 16).replace(':', '.')

/** `Selasa, 31 Maret 2026, 23.59 WITA`. */
export const longInstant = (instant: string, zone: string): string =>
  `${longDay(dayOf(instant, zone))}, ${timeOf(instant, zone)} ${zoneNames[zone] ?? 'WITA'}`

/** `31 Mar 2026, 23.59`. */
export const shortInstant = (instant: string, zone: string): string =>
  `${shortDay(dayOf(instant, zone))}, ${timeOf(instant, zone)}`

/** Whole days from today to the day of the instant, in the zone; negative when past. */
export const daysUntil = (instant: string, now: number, zone: string): number =>
  Math.round((Date.parse(dayOf(instant, zone)) - Date.parse(dayOf(now, zone))) / dayLength)

/** `hari ini` · `besok` · `3 hari lagi` · `kemarin` · `4 hari lalu`. */
export function dayDistance(instant: string, now: number, zone: string): string {
  const days = daysUntil(instant, now, zone)
  if (days === 0) return 'hari ini'
  if (days === 1) return 'besok'
  if (days === -1) return 'kemarin'
  return days > 0 ? `${days} hari lagi` : `${-days} hari lalu`
}

/** Of a deadline: what is past is late, not merely ago. `terlambat 4 hari`. */
export function untilDue(dueAt: string, now: number, zone: string): string {
  if (Date.parse(dueAt) >= now) return dayDistance(dueAt, now, zone)
  const days = -daysUntil(dueAt, now, zone)
  return days > 0 ? `terlambat ${days} hari` : 'lewat tenggat hari ini'
}

/** `baru saja` · `12 menit lalu` · `3 jam lalu`, then by days. */
export function ago(instant: string, now: number, zone: string): string {
  const minutes = Math.floor((now - Date.parse(instant)) / 60_000)
  if (minutes < 1) return 'baru saja'
  if (minutes < 60) return `${minutes} menit lalu`
  if (minutes < 12 * 60) return `${Math.floor(minutes / 60)} jam lalu`
  return dayDistance(instant, now, zone)
}

/** A day as it is typed: `2026-03-31` → `31-03-2026`. */
export const typedDay = (day: string): string => day.split('-').reverse().join('-')

/** Reads `31-3-2026`, `31/3/2026`, `31.3.26`, `31 3 2026`, `31 Maret 2026`, `2026-03-31`; null on anything else, also on 30 February. */
export function parseDay(text: string): string | null {
  const clean = text.trim().toLowerCase()
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(clean)
  if (iso) return realDay(Number(iso[1]), Number(iso[2]), Number(iso[3]))
  const parts = /^(\d{1,2})[\s./-]+(\d{1,2}|[a-z]{3,9})[\s./-]+(\d{4}|\d{2})$/.exec(clean)
  if (!parts) return null
  const year = parts[3]?.length === 2 ? 2000 + Number(parts[3]) : Number(parts[3])
  return realDay(year, monthOf(parts[2] ?? ''), Number(parts[1]))
}

const monthOf = (text: string): number =>
  /^\d/.test(text) ? Number(text) : months.findIndex(m => m.toLowerCase().startsWith(text.slice(0, 9))) + 1

function realDay(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day))
  const same = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
  return same && year >= 1900 && year <= 2200 ? date.toISOString().slice(0, 10) : null
}

/** The last minute of a day in the zone, as deadlines are kept: `2026-03-31` → `2026-03-31T15:59:59.000Z`. */
export const endOfDay = (day: string, zone: string): string =>
  new Date(Date.parse(`${day}T23:59:59Z`) - (zoneHours[zone] ?? 8) * 3_600_000).toISOString()
/** The first instant of a day in the zone. */
export const startOfDay = (day: string, zone: string): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) - (zoneHours[zone] ?? 8) * 3_600_000).toISOString()
