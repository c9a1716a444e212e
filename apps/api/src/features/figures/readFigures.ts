import { type FigureCursor, type FigureRow, frozenNames, listFigures, reader } from '@sepakat/db'
import { reachOf } from '@sepakat/rules'
import { readCursor, writeCursor } from '#http/cursor.ts'
import { invalid } from '#http/problem.ts'
import type { Context } from '#http/route.ts'
import { figureView } from './view.ts'

type Asked = Pick<Context<'GET /figures'>, 'query' | 'actor' | 'db' | 'today'>

const cursorOf = (text: string | undefined): FigureCursor | null => {
  if (text === undefined) return null
  const [n = '', code = '', row = '', submission = ''] = readCursor(text, 4)
  if (!/^\d{1,9}$/.test(n)) throw invalid('/cursor', 'Penanda halaman ini tidak dikenal. Mulai lagi dari awal.')
  return { submission, n: Number(n), code, row }
}

/** One page of the figures that count, of those in reach. @throws invalid */
export const readFigures = async ({ query, actor, db, today }: Asked) => {
  const reach = reachOf(actor.access, 'figure.read', today)
  if (reach === null) return { items: [], next: null }
  const { provisional = false, cursor, updatedSince: _, ...filters } = query
  const tx = reader(db)
  const { rows, next } = await listFigures(tx, {
    ...filters,
    form: filters.form as FigureRow['form'] | undefined,
    provisional,
    reach,
    after: cursorOf(cursor),
  })
  const items = []
  for (const row of rows) items.push(figureView(row, await frozenNames(tx, row)))
  return { items, next: next && writeCursor(String(next.n), next.code, next.row, next.submission) }
}
