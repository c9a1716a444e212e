import type { RowFormula } from '@sepakat/rules/types/Catalogue.ts'
import type { BodyOf, QueryOf, ResponseOf } from '#sync/apiTypes.ts'
import { pagesOf, queryOf, readingOf } from '#sync/transport/queryOf.ts'

export type CatalogueRow = ResponseOf<'GET /catalogues/:type/:form/rows'>['items'][number]
export type RowsWish = Omit<QueryOf<'GET /catalogues/:type/:form/rows'>, 'cursor'>
export type Correction = BodyOf<'POST /catalogues/:type/:form/corrections'>
export type CorrectionChange = Correction['change']
export type Revision = Omit<BodyOf<'POST /catalogues/:type/:form/versions'>, 'reason'>
export type PublishedVersion = ResponseOf<'POST /catalogues/:type/:form/versions'>
export type PreviewBody = BodyOf<'POST /catalogues/:type/:form/versions/preview'>
export type Preview = ResponseOf<'POST /catalogues/:type/:form/versions/preview'>
export type Proposal = ResponseOf<'POST /catalogues/:type/:form/proposals/:n/preview'>
export type Choices = NonNullable<BodyOf<'POST /catalogues/:type/:form/proposals/:n/publish'>['choices']>

/** Its formula typed by rules: the contract gives it as it is kept, as an object. */
export const formulaOf = (row: Pick<CatalogueRow, 'formula'>): RowFormula | null => row.formula as RowFormula | null

/** A form as the two segments of an address. */
export function paramsOf(form: string): { type: string; form: string } {
  const [type = '', name = ''] = form.split('/')
  return { type, form: name }
}

const rowsRoute = 'GET /catalogues/:type/:form/rows'

export const rowsQuery = (form: string, query: RowsWish) => pagesOf(rowsRoute, { params: paramsOf(form), query })

/** All slices of one row, oldest first, with their version. The search takes 80 characters, ids may be longer. */
export const slicesQuery = (form: string, row: string) =>
  readingOf(rowsRoute, { params: paramsOf(form), row }, async read => {
    const { items, version } = await read({ params: paramsOf(form), query: { q: row.slice(0, 80), limit: 200 } })
    return { version, slices: items.filter(one => one.id === row).sort((a, b) => a.from - b.from) }
  })

/** What a new version would change. Nothing is stored, and a cached answer is good enough. */
export const previewQuery = (form: string, body: PreviewBody) => ({
  ...queryOf('POST /catalogues/:type/:form/versions/preview', { params: paramsOf(form), body }),
  staleTime: 10_000,
})

/** What the newest release would change with these choices. Nothing is stored. */
export const proposalQuery = (form: string, n: number, body: { basedOn: number; choices: Choices }) => ({
  ...queryOf('POST /catalogues/:type/:form/proposals/:n/preview', {
    params: { ...paramsOf(form), n: String(n) },
    body,
  }),
  staleTime: 10_000,
})

/** The slice of a row that is valid in a year; the newest where no year is given or none is valid then. */
export const sliceAt = (slices: readonly CatalogueRow[], year: number): CatalogueRow | undefined =>
  slices.find(one => one.from <= year && (one.to === null || year <= one.to)) ?? slices.at(-1)
