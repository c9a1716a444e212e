import { type Database, reader, readSettings, type Settings } from '@sepakat/db'

const freshMs = 10_000

/** The settings that every request may need (zone, contact), read at most every ten seconds and after each change of them. */
export interface RegionSettings {
  get: () => Promise<Settings>
  forget: () => void
  /** The calendar day of an instant where the region is, as 2026-03-31. */
  today: (now: Date) => Promise<string>
}

const days = new Map<string, Intl.DateTimeFormat>()

/** The calendar day of an instant in a zone, as 2026-03-31. */
export const dayIn = (zone: string, now: Date): string => {
  const format = days.get(zone) ?? new Intl.DateTimeFormat('en-CA', { timeZone: zone })
  days.set(zone, format)
  return format.format(now)
}

export const createRegion = (db: Database): RegionSettings => {
  let kept: { settings: Promise<Settings>; at: number } | null = null
  const get = () => {
    if (kept !== null && Date.now() - kept.at < freshMs) return kept.settings
    const settings = readSettings(reader(db))
    const mine = { settings, at: Date.now() }
    kept = mine
    settings.catch(() => {
      if (kept === mine) kept = null
    })
    return settings
  }
  return {
    get,
    forget: () => {
      kept = null
    },
    today: async now => dayIn((await get()).region.zone, now),
  }
}
