import type { EditionType, NoticeRules, ReportType } from '@sepakat/rules'
import type { Queryable } from '../database.ts'
import { defaultSettings } from './defaultSettings.ts'

export interface Settings {
  region: { name: string; zone: string }
  contact: { name: string; whatsapp: string }
  plan: { from: number; to: number }
  moves: Record<ReportType, { signing: boolean; secondReview: boolean }>
  /** MB: what a report may hold, what a person may attach in a day. */
  uploads: { report: number; personDay: number }
  /** Whether what touches reports takes a second person (decision 0060). */
  duties: { second: boolean }
  /** When people are told of what is due, and of what waits. */
  reminders: NoticeRules
  /** Which of the regency's own reports the Inspektorat reviews before they are approved. */
  editions: { reviewed: EditionType[] }
  /** What anybody may read, without signing in: the newest approved version of these (`lppd/2025`). */
  public: { on: boolean; licence: { name: string; url: string }; editions: string[] }
}
export type SettingKey = keyof Settings

/** All settings; one that was never set has its default. */
export const readSettings = async (tx: Queryable): Promise<Settings> => {
  const rows = await tx.prisma.setting.findMany({ select: { key: true, value: true } })
  const set = Object.fromEntries(rows.map(({ key, value }) => [key, value])) as Partial<Settings>
  return { ...defaultSettings, ...set, moves: { ...defaultSettings.moves, ...set.moves } }
}

/** Which steps the region chose for a report type, of what is set; null: nothing is. */
export const movesOf = (set: Partial<Settings['moves']> | null, type: ReportType): Settings['moves'][ReportType] =>
  set?.[type] ?? defaultSettings.moves[type]

export const putSetting = async (tx: Queryable, key: SettingKey, value: object, by: string): Promise<void> => {
  const data = { value, updatedAt: new Date(), updatedBy: by }
  await tx.prisma.setting.upsert({ where: { key }, create: { key, ...data }, update: data, select: { key: true } })
}
