import { reportTypeOf } from '@sepakat/rules/reportTypes.ts'
import { useQuery } from '@tanstack/react-query'
import { cataloguesQuery } from '#administration/queries.ts'
import { useMyTypes } from '#administration/reportTypes.ts'
import { formsQuery } from '#submissions/sharedQueries.ts'

/**
 * Forms of the post's own report types that can be assigned, whole or by row: those that can be filled in, and
 * those with a catalogue.
 */
export function useAssignedForms(): string[] {
  const types = useMyTypes()
  const forms = useQuery(formsQuery)
  const catalogues = useQuery(cataloguesQuery)
  const known = [...(forms.data?.items ?? []), ...(catalogues.data?.items ?? [])].map(one => one.form)
  return [...new Set(known)].filter(form => types.includes(reportTypeOf(form))).sort()
}
