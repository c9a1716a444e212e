import { type AssignmentRow, assignmentsOfYear, formsByRow, newestCatalogues, type Queryable } from '@sepakat/db'
import { kinds, rowsOf } from '@sepakat/rules'
import { problem } from '#http/problem.ts'

type AssignmentState = 'owned' | 'shared' | 'not-applicable' | 'unowned' | 'double'
export interface AssignmentLine {
  id: string | null
  form: string
  row: string
  code: string
  label: string
  office: { id: string; name: string } | null
  reason: string | null
  note: string
  shared: boolean
  fromYear: number | null
  toYear: number | null
  state: AssignmentState
}

const whole = 'Seluruh formulir'

const stateOf = (all: AssignmentRow[]): AssignmentState => {
  const there = all.filter(a => !a.gone)
  if (there.length === 0) return 'unowned'
  if (there.length === 1) return there[0]!.officeId === null ? 'not-applicable' : 'owned'
  return there.every(a => a.shared) ? 'shared' : 'double'
}

const line = (
  row: { form: string; row: string; code: string; label: string },
  a: AssignmentRow | null,
  state: AssignmentState,
): AssignmentLine => ({
  ...row,
  id: a?.id ?? null,
  office: a?.officeId ? { id: a.officeId, name: a.office ?? '' } : null,
  reason: a?.reason ?? null,
  note: a?.note ?? '',
  shared: a?.shared ?? false,
  fromYear: a?.fromYear ?? null,
  toYear: a?.toYear ?? null,
  state,
})

/**
 * Every root row of the forms that are owned row by row (in whatever year: in one without any assignment all are unowned), and each
 * office of a form that is filed whole, in one year. A form without a filing office is one line without an owner.
 */
export const lines = async (tx: Queryable, year: number): Promise<AssignmentLine[]> => {
  const all = await assignmentsOfYear(tx, year)
  const published = await newestCatalogues(tx)
  const byRow = Map.groupBy(all, a => `${a.form} ${a.row}`)
  const ruled = await formsByRow(tx)
  const catalogued = published
    .filter(p => ruled.has(p.form))
    .flatMap(({ form, body }) =>
      rowsOf(body, year)
        .filter(r => r.parent === undefined)
        .flatMap(r => {
          const own = byRow.get(`${form} ${r.id}`) ?? []
          const row = { form, row: r.id, code: r.code, label: r.label }
          return own.length === 0 ? [line(row, null, 'unowned')] : own.map(a => line(row, a, stateOf(own)))
        }),
    )
  const known = new Set(catalogued.map(l => `${l.form} ${l.row}`))
  const others = all
    .filter(a => !known.has(`${a.form} ${a.row}`))
    .map(a => line({ form: a.form, row: a.row, code: '', label: a.row === '*' ? whole : a.row }, a, stateOf([a])))
  const given = new Set([...catalogued, ...others].map(l => l.form))
  const nobodys = published
    .filter(({ form }) => kinds[form] !== undefined && !given.has(form))
    .map(({ form }) => line({ form, row: '*', code: '', label: whole }, null, 'unowned'))
  return [...catalogued, ...others, ...nobodys]
}

/** An assignment as it is in a year. @throws not-found */
export const lineOf = async (tx: Queryable, year: number, id: string): Promise<AssignmentLine> => {
  const found = (await lines(tx, year)).find(one => one.id === id)
  if (found === undefined) throw problem('not-found')
  return found
}
