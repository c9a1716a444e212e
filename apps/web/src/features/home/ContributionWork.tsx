import { useQuery } from '@tanstack/react-query'
import { contributionsQuery } from '../../lib/sharedQueries.ts'
import { ContributionList } from '../../ui/ContributionList.tsx'
import { Part } from './Part.tsx'

/** What other offices have handed to this unit or person; nothing where there is nothing. */
export function ContributionWork() {
  const { data } = useQuery(contributionsQuery)
  if (!data || data.items.length === 0) return null
  return (
    <Part title="Sumbangan data">
      <ContributionList lines={data.items} />
    </Part>
  )
}
