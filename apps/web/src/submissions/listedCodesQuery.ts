import type { ListedCode } from '@sepakat/rules'
import { readingOf } from '#sync/transport/queryOf.ts'

/** Codes of seventeen letters fit an address in this number. */
const atOnce = 200

/** Entries of the region's list of a year for these codes and their parents. */
export const listedCodesQuery = (year: number, codes: readonly string[]) => ({
  ...readingOf('GET /nomenclature/:year', { params: { year }, codes }, async read => {
    const told = new Map<string, ListedCode>()
    for (let at = 0; at < codes.length; at += atOnce) {
      const some = codes.slice(at, at + atOnce).join()
      const { items } = await read({ params: { year }, query: { codes: some } })
      for (const one of items) told.set(one.code, one)
    }
    return told
  }),
  staleTime: 600_000,
})
