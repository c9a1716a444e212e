import { exact } from '../../numbers/decimal.ts'
import { formatNumber } from '../../numbers/formatNumber.ts'
import type { Figure } from '../../types/Figure.ts'
import type { Source } from '../../types/Scope.ts'
import { markOf } from '../../words/sourceWords.ts'

/** A change beyond this, in percent either way, asks for a remark. A choice of this program: no regulation names one. */
const far = exact('50')
const rounded = (value: string | null | undefined) => formatNumber(value ?? '0', { decimals: 2 })

/** The finding for a growth far from last year; null for none, or where it is unknown. */
export function farChange(growth: Figure | null, status: Source['status'] | undefined): Record<string, string> | null {
  if (growth?.value == null || exact(growth.value).abs().lte(far)) return null
  const [now, before] = growth.derivation.inputs
  const mark = before?.at.startsWith('/') ? '' : markOf(status)
  return { before: rounded(before?.value), mark, now: rounded(now?.value), change: rounded(growth.value) }
}

export const farFromLastYear = (v: Record<string, string>): string =>
  `Jauh dari tahun lalu: ${v.before}${v.mark} menjadi ${v.now} (${v.change} %). Periksa angkanya, atau jelaskan.`
