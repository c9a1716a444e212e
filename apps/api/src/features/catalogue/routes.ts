import { listCatalogues, newestCatalogue, type Queryable, reader } from '@sepakat/db'
import { type CatalogueRow, isVerified } from '@sepakat/rules'
import { invalid, problem } from '#http/problem.ts'
import { type Context, handlers } from '#http/route.ts'
import { correct, ownerOf } from './correct.ts'
import { declineProposal, previewProposal, publishProposal } from './proposal.ts'
import { previewVersion, publishVersion } from './versions.ts'
import { catalogueView, rowView } from './view.ts'

const keyOf = (r: CatalogueRow): string => `${r.id} ${r.from}`

const matches = (text: string, q: string): boolean => text.toLocaleLowerCase('id').includes(q.toLocaleLowerCase('id'))

/** Whether a row is no longer there after a year: no later slice of it goes on. */
const endsIn = (rows: CatalogueRow[], row: CatalogueRow, year: number): boolean =>
  row.to === year && !rows.some(later => later.id === row.id && later.from > year)

/** @throws not-found; invalid where the row that the cursor names is gone */
const listRows = async (tx: Queryable, { params, query, now }: Context<'GET /catalogues/:type/:form/rows'>) => {
  const form = `${params.type}/${params.form}`
  const newest = await newestCatalogue(tx, form)
  if (newest === null) throw problem('not-found')
  const { body, version } = newest
  const owner = await ownerOf(tx, form)
  const year = query.year ?? now.getUTCFullYear()
  const rows = body.rows.filter(
    r =>
      (query.year === undefined || (r.from <= year && (r.to === null || r.to >= year))) &&
      (query.confidence === undefined || r.confidence === query.confidence) &&
      (query.unverified === undefined || isVerified(r.confidence) !== query.unverified) &&
      (query.endsIn === undefined || endsIn(body.rows, r, query.endsIn)) &&
      (query.source === undefined || matches(r.source ?? '', query.source)) &&
      (query.q === undefined || matches(`${r.code} ${r.label} ${r.id}`, query.q)),
  )
  const start = query.cursor === undefined ? 0 : rows.findIndex(r => keyOf(r) === query.cursor) + 1
  if (query.cursor !== undefined && start === 0)
    throw invalid('/cursor', 'Halaman ini sudah berubah. Mulai lagi dari awal.')
  const items = rows.slice(start, start + query.limit)
  const last = items.at(-1)
  return {
    items: items.map(r => rowView(form, r, owner(r, Math.max(r.from, Math.min(year, r.to ?? year))), body.groups)),
    version,
    next: last !== undefined && start + query.limit < rows.length ? keyOf(last) : null,
  }
}

export const catalogueHandlers = handlers({
  'GET /catalogues': async ({ db }) => ({ items: (await listCatalogues(reader(db))).map(catalogueView) }),
  'GET /catalogues/:type/:form/rows': asked => listRows(reader(asked.db), asked),
  'POST /catalogues/:type/:form/corrections': asked => asked.write(tx => correct(tx, asked)),
  'POST /catalogues/:type/:form/versions/preview': asked => previewVersion(reader(asked.db), asked),
  'POST /catalogues/:type/:form/versions': asked => asked.write(tx => publishVersion(tx, asked)),
  'POST /catalogues/:type/:form/proposals/:n/preview': asked => previewProposal(reader(asked.db), asked),
  'POST /catalogues/:type/:form/proposals/:n/publish': asked => asked.write(tx => publishProposal(tx, asked)),
  'POST /catalogues/:type/:form/proposals/:n/decline': asked => asked.write(tx => declineProposal(tx, asked)),
})
