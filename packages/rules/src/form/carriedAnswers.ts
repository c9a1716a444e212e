import { periodYear, previousPeriod } from '../periods/period.ts'
import { isItemTable } from '../saving/kindShape.ts'
import type { Answers, Cell } from '../types/Answers.ts'
import type { Form } from '../types/Form.ts'
import type { Kind, Table } from '../types/Kind.ts'
import type { FieldId } from '../types/Pointer.ts'
import type { Scope } from '../types/Scope.ts'

/** The sources from which a new form of this kind carries over cells. */
export function carrySources(kind: Kind): string[] {
  const names = Object.values(kind.tables).flatMap(({ fields, rows }) =>
    Object.values(fields).flatMap(({ carry }) => {
      if (typeof carry !== 'function') return carry === undefined ? [] : ['previous']
      return rows.from === 'source' ? [rows.source] : []
    }),
  )
  return [...new Set(names)]
}

/** The initial answers of a new form: carried over from the previous period, and from the forms that give it its rows. */
export function carriedAnswers({ kind, rows }: Pick<Form, 'kind' | 'rows'>, scope: Scope): Answers {
  const taken = fromGivers(kind, scope)
  for (const [table, own] of Object.entries(fromPrevious(kind, scope))) taken[table] = { ...taken[table], ...own }
  return within(taken, rows(taken))
}

/**
 * From its source `previous`: the cells of fields that carry, and rows users added with their place. Quarters carry
 * within their year only: a target is that of a whole year. A new plan starts its years over.
 */
function fromPrevious(kind: Kind, scope: Scope): Answers {
  const previous = scope.sources.previous
  if (!previous || !carries(kind, scope)) return {}
  const samePlan = previous.plan === undefined || previous.plan.from === scope.plan.from
  const taken: Answers = {}
  for (const [table, spec] of Object.entries(kind.tables)) {
    const carried = fieldsOf(spec, samePlan)
    const list = isItemTable(kind, table)
    if (carried.length === 0) continue
    const fields = list ? [...carried, '$parent', '$position'] : carried
    for (const { id } of previous.rows[table] ?? []) {
      const cells = pick(previous.answers[table]?.[id] ?? {}, fields)
      if (Object.keys(cells).length > 0) taken[table] = { ...taken[table], [id]: cells }
    }
  }
  return taken
}

/** From the source that gives a table its rows: what the fields of the table read there of each. */
function fromGivers(kind: Kind, scope: Scope): Answers {
  const taken: Answers = {}
  for (const [table, { rows, fields }] of Object.entries(kind.tables)) {
    const source = rows.from === 'source' ? scope.sources[rows.source] : undefined
    if (rows.from !== 'source' || !source) continue
    for (const { id } of source.rows[rows.table] ?? []) {
      const given = source.answers[rows.table]?.[id] ?? {}
      const read = Object.entries(fields).flatMap(([field, { carry }]) => {
        const cell = typeof carry === 'function' ? carry(given, scope, source) : undefined
        return cell === undefined ? [] : [[field, cell] as const]
      })
      const cells = pick(Object.fromEntries(read), Object.keys(fields))
      if (Object.keys(cells).length > 0) taken[table] = { ...taken[table], [id]: cells }
    }
  }
  return taken
}

const carries = (kind: Kind, { period }: Scope): boolean =>
  kind.period === 'year' || periodYear(previousPeriod(period)) === periodYear(period)

const fieldsOf = ({ fields }: Table, samePlan: boolean): FieldId[] =>
  Object.keys(fields).filter(id => fields[id]?.carry === true || (samePlan && fields[id]?.carry === 'same-plan'))

/** An unreadable text is not carried over: it was wrong then and is not this period's answer. */
const pick = (cells: Record<FieldId, Cell>, fields: FieldId[]): Record<FieldId, Cell> =>
  Object.fromEntries(Object.entries(cells).filter(([id, cell]) => fields.includes(id) && typeof cell !== 'object'))

/** Only rows the new form has. */
const within = (answers: Answers, rows: ReturnType<Form['rows']>): Answers =>
  Object.fromEntries(
    Object.entries(answers).flatMap(([table, own]) => {
      const known = new Set(rows[table]?.map(row => row.id))
      const kept = Object.entries(own).filter(([id]) => known.has(id))
      return kept.length > 0 ? [[table, Object.fromEntries(kept)]] : []
    }),
  )
