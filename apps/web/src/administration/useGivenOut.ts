import { useInfiniteQuery } from '@tanstack/react-query'
import { assignmentsQuery } from './queries.ts'

/** How a form is assigned in a year: by row, whole, or not yet. Null until it is known. */
export function useGivenOut(form: string, year: number): 'rows' | 'whole' | 'nothing' | null {
  const lines = useInfiniteQuery({ ...assignmentsQuery({ year, form }), enabled: form !== '' })
  if (!lines.data) return null
  const line = lines.data.pages[0]?.items[0]
  if (!line || (line.row === '*' && line.id === null)) return 'nothing'
  return line.row === '*' ? 'whole' : 'rows'
}
