import { useQueryClient } from '@tanstack/react-query'
import { listedCodesQuery } from '#submissions/listedCodesQuery.ts'
import { useForm } from '../FormContext.ts'
import { nameCode } from '../model/nameCode.ts'

/** Looks up a typed code in the region's list. Offline the name is typed by hand, as before. */
export function useNaming(at: string): () => void {
  const { kind, store, scope } = useForm()
  const client = useQueryClient()
  const year = Number(scope.period.slice(0, 4))
  return () =>
    void nameCode(kind, store, at, codes => client.fetchQuery(listedCodesQuery(year, codes))).catch(() => undefined)
}
