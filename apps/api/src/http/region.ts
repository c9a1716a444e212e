import { type Database, reader, readSettings, type Settings } from '@sepakat/db'

const freshMs = 10_000

/** The settings that every request may need (zone, contact), read at most every ten seconds and after each change of them. */
export interface RegionSettings {
  get: () => Promise<Settings>
  /** As they were last read, at once; undefined until then. */
  known: () => Settings | undefined
  forget: () => void
  /** The calendar day of an instant where the region is, as 2026-03-31. */
  today: (now: Date) => Promise<string>
}

const minuteMs = 60_000
const days = new Map<string, { format: Intl.DateTimeFormat; minute: number; day: string }>()

/** The calendar day of an instant in a zone, as 2026-03-31; days begin on whole minutes, so one is kept for the minute. */
export const dayIn = (zone: string, now: Date): string => {
  const minute = Math.floor(now.getTime() / minuteMs)
  const kept = days.get(zone)
  if (kept?.minute === minute) return kept.day
  const format = kept?.format ?? new Intl.DateTimeFormat('en-CA', { timeZone: zone })
  const day = format.format(now)
  days.set(zone, { format, minute, day })
  return day
}

export const createRegion = (db: Database): RegionSettings => {
  let kept: { settings: Promise<Settings>; at: number } | null = null
  let known: Settings | undefined
  const get = () => {
    if (kept !== null && Date.now() - kept.at < freshMs) return kept.settings
    const settings = readSettings(reader(db))
    const mine = { settings, at: Date.now() }
    kept = mine
    settings.then(
      read => {
        known = read
      },
      () => {
        if (kept === mine) kept = null
      },
    )
    return settings
  }
  return {
    get,
    known: () => known,
    forget: () => {
      kept = null
    },
    today: async now => dayIn((await get()).region.zone, now),
  }
}
