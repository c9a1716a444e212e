import { useQuery } from '@tanstack/react-query'
import { Callout } from '#ui/Callout.tsx'
import { LinkButton } from '#ui/LinkButton.tsx'
import { paths } from '#ui/paths.ts'
import { type Seconding, waitingQuery, waitsTitle } from './seconding.ts'
import { What } from './What.tsx'

/** Requests pending for one person, or of some acts; nothing where there are none. */
export function WaitingOf({ person, acts }: { person?: string; acts?: readonly Seconding['act'][] }) {
  const { data } = useQuery(waitingQuery(person))
  const items = data?.items.filter(({ act }) => !acts || acts.includes(act))
  return items?.map(one => (
    <Callout
      key={one.id}
      tone="warn"
      title={waitsTitle}
      actions={
        <LinkButton small to={paths.admin('persetujuan-kedua')}>
          Lihat permintaan
        </LinkButton>
      }
    >
      <What seconding={one} />
    </Callout>
  ))
}
