import {
  type FigureCursor,
  type FigureRow,
  type FrozenNames,
  frozenNames,
  listFigures,
  overview,
  reader,
  regionCoverage,
  snapshot,
} from '@sepakat/db'
import { reachOf } from '@sepakat/rules'
import { readCursor, writeCursor } from '../../http/cursor.ts'
import { invalid } from '../../http/problem.ts'
import { handlers } from '../../http/route.ts'
import { recapHandlers } from './recap.ts'

const cursorOf = (text: string | undefined): FigureCursor | null => {
  if (text === undefined) return null
  const [n = '', code = '', row = '', submission = ''] = readCursor(text, 4)
  if (!/^\d{1,9}$/.test(n)) throw invalid('/cursor', 'Penanda halaman ini tidak dikenal. Mulai lagi dari awal.')
  return { submission, n: Number(n), code, row }
}

const onWire = (row: FigureRow, { rows, figures }: FrozenNames) => ({
  office: { id: row.officeId, name: row.name, shortName: row.shortName },
  form: row.form,
  period: row.period,
  submission: row.submission,
  revision: row.n,
  standing: row.standing,
  label: figures[row.code] ?? row.code,
  rowLabel: row.row === '' ? '' : (rows.get(row.row) ?? row.row),
  figure: row,
})

export const figureHandlers = handlers({
  ...recapHandlers,

  'GET /figures': async ({ query, actor, db, today }) => {
    const reach = reachOf(actor.access, 'figure.read', today)
    if (reach === null) return { items: [], next: null }
    const { provisional = false, cursor, ...filters } = query
    const tx = reader(db)
    const { rows, next } = await listFigures(tx, {
      ...filters,
      form: filters.form as FigureRow['form'] | undefined,
      provisional,
      reach,
      after: cursorOf(cursor),
    })
    const items = []
    for (const row of rows) items.push(onWire(row, await frozenNames(tx, row)))
    return { items, next: next && writeCursor(String(next.n), next.code, next.row, next.submission) }
  },

  'GET /overview': async ({ query, actor, db, now, today }) => {
    const reach = reachOf(actor.access, 'figure.read', today)
    if (reach === null) return { totals: [], coverage: [], cells: [] }
    const { year = Number(today.slice(0, 4)), practice = false } = query
    const isWhole = reach.offices === null && !practice
    return snapshot(db, async tx => ({
      ...(await overview(tx, { reach, year, practice, now })),
      coverage: isWhole ? await regionCoverage(tx, { year, reportTypes: reach.reportTypes }) : [],
    }))
  },
})
