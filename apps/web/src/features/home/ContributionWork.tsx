import { useQuery } from '@tanstack/react-query'
import { ContributionList } from '#submissions/ContributionList.tsx'
import { contributionsQuery } from '#submissions/sharedQueries.ts'
import { useDates } from '#sync/session/me.tsx'
import { Part } from '#ui/Part.tsx'
import { unfinishedQuery } from './queries.ts'
import { sortWork } from './sortWork.ts'

/** What other offices have assigned to this unit or person; nothing where there is nothing. */
export function ContributionWork() {
  const { data } = useQuery(contributionsQuery)
  const open = useQuery(unfinishedQuery(false))
  const dates = useDates()
  const ownWork = open.data && sortWork(open.data, dates.now()).todo.length
  if (!data || data.items.length === 0) return null
  return (
    <Part title="Sumbangan data">
      <ContributionList lines={data.items} lead={ownWork === 0} />
    </Part>
  )
}
