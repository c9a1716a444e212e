import type { api } from '@sepakat/contract'
import type { CatalogueRevision, CatalogueRow } from '@sepakat/rules'
import type { z } from 'zod'

type Correction = z.output<(typeof api)['POST /catalogues/:type/:form/corrections']['body']>

/** What is emptied is left out of the catalogue, which keeps no empty texts. */
const given = <T extends object>(change: T) =>
  Object.fromEntries(Object.entries(change).map(([field, value]) => [field, value === '' ? undefined : value]))

/** A correction as rules take it. */
export const correctionOf = ({
  row,
  fromYear,
  change: { measure, bounds, ...plain },
}: Pick<Correction, 'row' | 'fromYear' | 'change'>): NonNullable<CatalogueRevision['correct']> => ({
  row,
  fromYear,
  change: {
    ...given(plain),
    ...(bounds !== undefined && { bounds: bounds ?? undefined }),
    ...(measure && { attrs: { measure } }),
  } as Partial<CatalogueRow>,
})
