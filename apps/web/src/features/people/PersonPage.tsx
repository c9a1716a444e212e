import { useQuery } from '@tanstack/react-query'
import { useParams } from 'react-router'
import { adminCrumbs } from '#administration/adminCrumbs.ts'
import { WaitingOf } from '#administration/WaitingOf.tsx'
import { PageProblem } from '#sync/problems/PageProblem.tsx'
import { PageHead } from '#ui/PageHead.tsx'
import { PageSkeleton } from '#ui/PageSkeleton.tsx'
import { Parts } from '#ui/Part.tsx'
import { Said, useArrival } from '#ui/useSaid.tsx'
import { Disabling } from './Disabling.tsx'
import { PersonData } from './PersonData.tsx'
import { PersonPosts } from './PersonPosts.tsx'
import { PersonTags } from './PersonTags.tsx'
import { type Person, personQuery } from './queries.ts'
import { ResetSecondFactor } from './ResetSecondFactor.tsx'
import { SignInCode } from './SignInCode.tsx'

export function PersonPage() {
  const { id = '' } = useParams()
  const person = useQuery(personQuery(id))
  if (person.isError) return <PageProblem error={person.error} onRetry={() => person.refetch()} />
  if (person.isPending) return <PageSkeleton title="Data orang" label="Memuat data orang…" />
  return <PersonShown person={person.data} />
}

function PersonShown({ person }: { person: Person }) {
  const said = useArrival()
  return (
    <>
      <PageHead
        title={person.name}
        crumbs={adminCrumbs(['orang'], person.name)}
        tags={<PersonTags person={person} />}
      />
      <Parts>
        <Said said={said} />
        <WaitingOf person={person.id} />
        <PersonPosts person={person} />
        <SignInCode person={person} />
        {person.hasSecondFactor && <ResetSecondFactor person={person} />}
        <PersonData person={person} />
        <Disabling person={person} />
      </Parts>
    </>
  )
}
