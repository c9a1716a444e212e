import { type FigureRow, frozenNames, listFigures, reader } from '@sepakat/db'
import { reachOf } from '@sepakat/rules'
import type { Context } from '#http/route.ts'
import { type Changed, cutFeed, feedPage } from '#submissions/feedPage.ts'
import { figureView } from './view.ts'

type Asked = Pick<Context<'GET /figures'>, 'actor' | 'db' | 'today'> & {
  query: Context<'GET /figures'>['query'] & { updatedSince: string }
}

/** So many reports are looked at for one page: of most of those that change no figure counts. */
const mostReports = 25
/** More than a report has. */
const all = 100_000

/** One page of the reports whose figures changed: all that count of each, in the order of their changes. */
export const readChangedFigures = async ({ query, actor, db, today }: Asked) => {
  const reach = reachOf(actor.access, 'figure.read', today)
  if (reach === null) return { items: [], next: null }
  const { provisional = false, cursor, updatedSince, limit, ...filters } = query
  const tx = reader(db)
  const said = { ...filters, provisional }
  const asked = {
    list: 'figures',
    reach: { ...reach, office: query.office },
    since: cursor ?? updatedSince,
    said,
  } as const
  const page = await feedPage(tx, asked)
  const replaced: Changed[] = []
  const rows: FigureRow[] = []
  for (const report of page.changed.slice(0, mostReports)) {
    if (rows.length >= limit) break
    replaced.push(report)
    const form = filters.form as FigureRow['form'] | undefined
    const ask = { ...filters, form, provisional, reach, submission: report.id, after: null, limit: all }
    rows.push(...(await listFigures(tx, ask)).rows)
  }
  const { to, more } = cutFeed(page, replaced.length)
  const items = []
  for (const row of rows) items.push(figureView(row, await frozenNames(tx, row)))
  return { items, next: more ? to : null, changedTo: to, replaced: replaced.map(({ id }) => id) }
}
