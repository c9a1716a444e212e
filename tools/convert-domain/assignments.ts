import type { Office } from './offices.ts'

export interface Assignment {
  form: string
  row: string
  office: string | null
  reason: string | null
  note: string
  shared: boolean
  fromYear: number
  toYear: number | null
}

const FROM = { shared: false, fromYear: 2021, toYear: null }
/** Forms an office files whole are assigned to it as row `*`. */
const WHOLE = [
  'sakip/indikator',
  'sakip/perjanjian-kinerja',
  'sakip/pengukuran-triwulan',
  'sakip/evaluasi',
  'sakip/lkjip',
]

/** The table of owners by printed code, looked up to row ids once; from then on the ids count. */
export function assignments(tsv: string, offices: Office[], rowOf: Record<string, Map<string, string>>): Assignment[] {
  const office = new Map(offices.map(o => [o.name, o.id]))
  const rows = tsv
    .trim()
    .split('\n')
    .slice(1)
    .map(line => {
      const [form, code, owner, role, note = ''] = line.split('\t') as [string, string, string, string, string?]
      const row = rowOf[form] ? rowOf[form].get(code) : code
      if (!row) throw new Error(`${form} has no row ${code}`)
      if (role === 'tidak-berlaku')
        return {
          form,
          row,
          office: null,
          reason: note.replace(/^tidak berlaku di daerah ini: /, ''),
          note: '',
          ...FROM,
        }
      const id = office.get(owner)
      if (!id) throw new Error(`${form} ${code}: no office "${owner}"`)
      return { form, row, office: id, reason: null, note, ...FROM }
    })
  const whole = WHOLE.flatMap(form =>
    offices
      .filter(o => o.reports.includes('sakip'))
      .map(o => ({ form, row: '*', office: o.id, reason: null, note: '', ...FROM })),
  )
  return [...rows, ...whole]
}
