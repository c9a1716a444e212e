import type { Queryable } from '@sepakat/db'
import { invalid } from '#http/problem.ts'
import type { Context } from '#http/route.ts'
import { type AssignmentLine, lines } from './lines.ts'

const keyOf = (l: AssignmentLine): string => `${l.form} ${l.row} ${l.id ?? ''}`

const matches = (text: string, q: string): boolean => text.toLocaleLowerCase('id').includes(q.toLocaleLowerCase('id'))

/** @throws invalid where the line that the cursor names is gone */
export const list = async (tx: Queryable, { query }: Pick<Context<'GET /assignments'>, 'query'>) => {
  const found = (await lines(tx, query.year)).filter(
    l =>
      (query.form === undefined || l.form === query.form) &&
      (query.office === undefined || l.office?.id === query.office) &&
      (query.state === undefined || l.state === query.state) &&
      (query.q === undefined || matches(`${l.code} ${l.label} ${l.office?.name ?? ''}`, query.q)),
  )
  const start = query.cursor === undefined ? 0 : found.findIndex(l => keyOf(l) === query.cursor) + 1
  if (query.cursor !== undefined && start === 0)
    throw invalid('/cursor', 'Halaman ini sudah berubah. Mulai lagi dari awal.')
  const items = found.slice(start, start + query.limit)
  const last = items.at(-1)
  return { items, next: last !== undefined && start + query.limit < found.length ? keyOf(last) : null }
}
