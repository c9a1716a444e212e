import { listOffices, type Queryable } from '@sepakat/db'
import {
  isArchivable,
  isPeriodKey,
  isPractice,
  type Kind,
  kinds,
  officeFinder,
  type PeriodKey,
  parsePeriod,
  periodEnd,
  periodTitle,
  plain,
  reportTypeOf,
} from '@sepakat/rules'
import { type Asker, mayTo } from '#submissions/asker.ts'

/** Which report a line of a spreadsheet is of. */
export interface ArchiveTarget {
  office: { id: string; name: string }
  kind: Kind
  period: PeriodKey
}
export interface LineAddress {
  office: string
  form: string
  period: string
}

export type TargetReader = (line: LineAddress) => ArchiveTarget | { fault: string }

/** Reads office, form and period as a spreadsheet writes them: the form by id or title, the period by key or title. */
export const targetReader = async (tx: Queryable, asker: Pick<Asker, 'access' | 'today'>): Promise<TargetReader> => {
  const officeAt = officeFinder(await listOffices(tx, asker.today))
  const forms = Object.values(kinds).filter(isArchivable)
  return line => {
    const office = officeAt(line.office)
    if ('fault' in office) return office
    const kind = forms.find(one => [one.form, one.title].some(name => plain(name) === plain(line.form)))
    if (!kind) return { fault: `Formulir “${line.form}” tidak dikenal. Yang dapat dibawa masuk: ${formIds(forms)}.` }
    if (!mayTo(asker, 'archive.manage', { officePath: [office.id], reportType: reportTypeOf(kind.form) }))
      return { fault: 'Jabatan yang sedang Anda pakai tidak mencakup jenis laporan ini.' }
    const period = periodOf(line.period)
    if (!period || !isOf(kind, period))
      return { fault: `Periode “${line.period}” tidak sesuai. ${wanted[kind.period]}` }
    if (periodEnd(period) >= asker.today)
      return { fault: 'Periode ini belum selesai; laporannya diisi perangkat daerah sendiri.' }
    return { office, kind, period }
  }
}

const wanted = { year: 'Tulis tahunnya, misalnya 2024.', quarter: 'Tulis triwulannya, misalnya 2024-TW4.' }
const formIds = (forms: Kind[]): string => forms.map(({ form }) => form).join(', ')
const isOf = (kind: Kind, period: PeriodKey): boolean =>
  !isPractice(period) && (parsePeriod(period).quarter !== null) === (kind.period === 'quarter')

/** `2024`, `2024-TW3`, `Triwulan III 2024`, `TW III 2024`. */
const periodOf = (text: string): PeriodKey | null => {
  const key = text.trim().toUpperCase()
  if (isPeriodKey(key)) return key
  const year = /\b\d{4}$/.exec(key)?.[0]
  const named = ['', '-TW1', '-TW2', '-TW3', '-TW4'].map(quarter => `${year}${quarter}`)
  return named.find(one => year && plain(periodTitle(one)) === plain(key).replace(/^tw /, 'triwulan ')) ?? null
}
