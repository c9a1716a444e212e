import { useQuery } from '@tanstack/react-query'
import { formsQuery } from '../../../lib/sharedQueries.ts'
import { cataloguesQuery } from '../queries.ts'

/** Forms whose rows, or which whole, can be given to offices: those that can be filled, and those with a catalogue. */
export function useAssignedForms(): string[] {
  const forms = useQuery(formsQuery)
  const catalogues = useQuery(cataloguesQuery)
  const known = [...(forms.data?.items ?? []), ...(catalogues.data?.items ?? [])].map(one => one.form)
  return [...new Set(known)].sort()
}
