import type { EditionType } from '@sepakat/rules/editions/editionTypes.ts'
import type { NoticeRules } from '@sepakat/rules/notices/types.ts'
import type { ReportType } from '@sepakat/rules/reportTypes.ts'
import type { AllSettings } from '#administration/queries.ts'

export type Zone = 'Asia/Jakarta' | 'Asia/Makassar' | 'Asia/Jayapura'
export interface Moves {
  signing: boolean
  secondReview: boolean
}
export type Settings = {
  region: { name: string; zone: Zone }
  contact: { name: string; whatsapp: string }
  plan: { from: number; to: number }
  moves: Record<ReportType, Moves>
  uploads: { report: number; personDay: number }
  duties: { second: boolean }
  editions: { reviewed: EditionType[] }
  public: { on: boolean; licence: { name: string; url: string }; editions: string[] }
  reminders: NoticeRules
}

/** The list of settings as one object; the API always returns all of them. */
export const settingsOf = ({ items }: AllSettings): Settings =>
  Object.fromEntries(items.map(({ key, value }) => [key, value])) as Settings

/** A WhatsApp number as stored: `0812-3456 789` → `+628123456789`. */
export function whatsappOf(text: string): string {
  const digits = text.replace(/[^\d+]/g, '')
  if (digits.startsWith('0')) return `+62${digits.slice(1)}`
  return digits.startsWith('62') ? `+${digits}` : digits
}

/** `2026` as a year; null where it is none. */
export const yearOf = (text: string): number | null => (/^\d{4}$/.test(text.trim()) ? Number(text) : null)

/** `5.000` or `5000` as MB; null where the API would refuse it. */
export const megabytesOf = (text: string): number | null => {
  const digits = text.trim().replace(/\./g, '')
  const size = /^\d{1,7}$/.test(digits) ? Number(digits) : 0
  return size >= 50 && size <= 1_000_000 ? size : null
}

/** `14, 7, 3` as days; NaN for what is none, which the form then refuses. */
export const daysOf = (text: string): number[] =>
  text
    .split(/[\s,;]+/)
    .filter(Boolean)
    .map(day => (/^\d{1,3}$/.test(day) ? Number(day) : Number.NaN))
