import { useQuery } from '@tanstack/react-query'
import { useSearchParams } from 'react-router'
import { NoRightPage, PageProblem } from '#sync/problems/PageProblem.tsx'
import { useDates, useMay } from '#sync/session/me.tsx'
import { PageSkeleton } from '#ui/PageSkeleton.tsx'
import { countingIn } from './countingIn.ts'
import { ProposeForm } from './ProposeForm.tsx'
import { ruleSetsQuery } from './queries.ts'

/** `?dari=` names the set to start from; by default the one in force this year. */
export function ProposePage() {
  const [search, setSearch] = useSearchParams()
  const thisYear = useDates().year()
  const mayPropose = useMay('ruleset.propose')
  const sets = useQuery({ ...ruleSetsQuery, refetchOnWindowFocus: false })
  if (!mayPropose) return <NoRightPage />
  if (sets.isError) return <PageProblem error={sets.error} onRetry={() => sets.refetch()} />
  if (sets.isPending) return <PageSkeleton title="Usulkan aturan penghitungan" label="Memuat aturan penghitungan…" />
  const { items } = sets.data
  const base = items.find(set => set.id === search.get('dari')) ?? countingIn(items, thisYear) ?? items[0]!
  return (
    <ProposeForm key={base.id} base={base} sets={items} onBase={id => setSearch({ dari: id }, { replace: true })} />
  )
}
