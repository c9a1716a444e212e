import { everyPageOf } from '#sync/transport/queryOf.ts'

/** Which office owns which row of a form in a year. */
export const ownersQuery = (form: string, year: number) =>
  everyPageOf('GET /assignments', { query: { form, year, limit: 200 } })
