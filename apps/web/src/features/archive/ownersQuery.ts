import { queryOptions } from '@tanstack/react-query'
import { api } from '#sync/transport/api.ts'

/** Which office owns which row of a form in a year, from all pages. */
export const ownersQuery = (form: string, year: number) =>
  queryOptions({
    queryKey: ['GET /assignments', 'owners', form, year],
    queryFn: async () => {
      const owners = new Map<string, string>()
      let cursor: string | undefined
      do {
        const page = await api('GET /assignments', { query: { form, year, limit: 200, cursor } })
        for (const { row, office } of page.items) if (office) owners.set(row, office.name)
        cursor = page.next ?? undefined
      } while (cursor)
      return owners
    },
  })
