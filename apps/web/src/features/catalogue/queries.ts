import type { RowFormula } from '@sepakat/rules/types/Catalogue.ts'
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import type { BodyOf, QueryOf, ResponseOf } from '#sync/apiTypes.ts'
import { api } from '#sync/transport/api.ts'

export type CatalogueRow = ResponseOf<'GET /catalogues/:type/:form/rows'>['items'][number]
export type RowsWish = Omit<QueryOf<'GET /catalogues/:type/:form/rows'>, 'cursor'>
type Correction = BodyOf<'POST /catalogues/:type/:form/corrections'>
export type CorrectionChange = Correction['change']
export type Revision = Omit<BodyOf<'POST /catalogues/:type/:form/versions'>, 'reason'>
export type PublishedVersion = ResponseOf<'POST /catalogues/:type/:form/versions'>
export type PreviewBody = BodyOf<'POST /catalogues/:type/:form/versions/preview'>
export type Preview = ResponseOf<'POST /catalogues/:type/:form/versions/preview'>
export type Proposal = ResponseOf<'POST /catalogues/:type/:form/proposals/:n/preview'>
export type Choices = NonNullable<BodyOf<'POST /catalogues/:type/:form/proposals/:n/publish'>['choices']>

/** Its formula typed by rules. */
export const formulaOf = (row: Pick<CatalogueRow, 'formula'>): RowFormula | null =>
  // the contract gives it as it is kept, as an object
  row.formula as unknown as RowFormula | null

export const rowsKey = ['GET /catalogues/:type/:form/rows'] as const

/** A form as the two segments of an address. */
export function paramsOf(form: string): { type: string; form: string } {
  const [type = '', name = ''] = form.split('/')
  return { type, form: name }
}

export const rowsQuery = (form: string, wish: RowsWish) =>
  infiniteQueryOptions({
    queryKey: [...rowsKey, form, wish],
    queryFn: ({ pageParam }) =>
      api('GET /catalogues/:type/:form/rows', {
        params: paramsOf(form),
        query: { ...wish, cursor: pageParam },
      }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: page => page.next ?? undefined,
  })

/** All slices of one row, oldest first, with their version. The search takes 80 characters, ids may be longer. */
export const slicesQuery = (form: string, row: string) =>
  queryOptions({
    queryKey: [...rowsKey, form, 'row', row],
    queryFn: async () => {
      const { items, version } = await api('GET /catalogues/:type/:form/rows', {
        params: paramsOf(form),
        query: { q: row.slice(0, 80), limit: 200 },
      })
      return { version, slices: items.filter(one => one.id === row).sort((a, b) => a.from - b.from) }
    },
  })

/** What a new version would change. Nothing is stored, and a cached answer is good enough. */
export const previewQuery = (form: string, body: PreviewBody) =>
  queryOptions({
    queryKey: ['POST /catalogues/:type/:form/versions/preview', form, body],
    queryFn: () => api('POST /catalogues/:type/:form/versions/preview', { params: paramsOf(form), body }),
    staleTime: 10_000,
  })

/** What the newest release would change with these choices. Nothing is stored. */
export const proposalQuery = (form: string, n: number, body: { basedOn: number; choices: Choices }) =>
  queryOptions({
    queryKey: ['POST /catalogues/:type/:form/proposals/:n/preview', form, n, body],
    queryFn: () =>
      api('POST /catalogues/:type/:form/proposals/:n/preview', {
        params: { ...paramsOf(form), n: String(n) },
        body,
      }),
    staleTime: 10_000,
  })
