import type { ReportType } from '@sepakat/rules'
import type { Queryable } from '../database.ts'
import { defaultSettings } from './default-settings.ts'

export interface Settings {
  region: { name: string; zone: string }
  contact: { name: string; whatsapp: string }
  plan: { from: number; to: number }
  moves: Record<ReportType, { signing: boolean; secondReview: boolean }>
  /** MB: what a report may hold, what a person may attach in a day. */
  uploads: { report: number; personDay: number }
  /** Whether what touches reports takes a second person (decision 0060). */
  duties: { second: boolean }
}
export type SettingKey = keyof Settings

/** All settings; one that was never set stands as by default. */
export const readSettings = async (tx: Queryable): Promise<Settings> => {
  const rows = await tx.query<{ key: string; value: object }>('settings-read', 'SELECT key, value FROM setting')
  const set = Object.fromEntries(rows.map(({ key, value }) => [key, value])) as Partial<Settings>
  return { ...defaultSettings, ...set, moves: { ...defaultSettings.moves, ...set.moves } }
}

/** Which steps the region chose for a report type. */
export const readMoves = async (tx: Queryable, type: ReportType): Promise<Settings['moves'][ReportType]> => {
  const [row] = await tx.query<{ value: Partial<Settings['moves']> }>(
    'settings-moves',
    `SELECT value FROM setting WHERE key = 'moves'`,
  )
  return row?.value[type] ?? defaultSettings.moves[type]
}

export const putSetting = async (tx: Queryable, key: SettingKey, value: object, by: string): Promise<void> => {
  await tx.query(
    'setting-put',
    `INSERT INTO setting (key, value, updated_at, updated_by) VALUES ($1, $2, now(), $3)
     ON CONFLICT (key) DO UPDATE SET value = excluded.value, updated_at = excluded.updated_at, updated_by = excluded.updated_by`,
    [key, JSON.stringify(value), by],
  )
}
