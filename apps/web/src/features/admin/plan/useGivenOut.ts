import { useInfiniteQuery } from '@tanstack/react-query'
import { assignmentsQuery } from './queries.ts'

/** How a form is given to offices in a year: row by row, whole, or not at all yet. Null until it is known. */
export function useGivenOut(form: string, year: number): 'rows' | 'whole' | 'nothing' | null {
  const lines = useInfiniteQuery({ ...assignmentsQuery({ year, form }), enabled: form !== '' })
  if (!lines.data) return null
  const line = lines.data.pages[0]?.items[0]
  if (!line || (line.row === '*' && line.id === null)) return 'nothing'
  return line.row === '*' ? 'whole' : 'rows'
}
