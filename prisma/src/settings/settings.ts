import type { ReportType } from '@sepakat/rules'
import type { Queryable } from '../database.ts'
import { col, statement } from '../statement.ts'
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

const settingsRead = statement('settings-read', 'SELECT key, value FROM setting', {
  key: col.text,
  value: col.jsonb.as<object>(),
})

/** All settings; one that was never set stands as by default. */
export const readSettings = async (tx: Queryable): Promise<Settings> => {
  const rows = await tx.query(settingsRead)
  const set = Object.fromEntries(rows.map(({ key, value }) => [key, value])) as Partial<Settings>
  return { ...defaultSettings, ...set, moves: { ...defaultSettings.moves, ...set.moves } }
}

const settingsMoves = statement('settings-moves', `SELECT value FROM setting WHERE key = 'moves'`, {
  value: col.jsonb.as<Partial<Settings['moves']>>(),
})

/** Which steps the region chose for a report type. */
export const readMoves = async (tx: Queryable, type: ReportType): Promise<Settings['moves'][ReportType]> => {
  const [row] = await tx.query(settingsMoves)
  return row?.value[type] ?? defaultSettings.moves[type]
}

const settingPut = statement(
  'setting-put',
  `INSERT INTO setting (key, value, updated_at, updated_by) VALUES ($1, $2, now(), $3)
   ON CONFLICT (key) DO UPDATE SET value = excluded.value, updated_at = excluded.updated_at, updated_by = excluded.updated_by`,
)

export const putSetting = async (tx: Queryable, key: SettingKey, value: object, by: string): Promise<void> => {
  await tx.query(settingPut, [key, JSON.stringify(value), by])
}
