import { Tag } from '#ui/Tag.tsx'
import type { Person } from './queries.ts'

/** Whether the person can sign in. */
export function PersonTags({ person }: { person: Pick<Person, 'disabled' | 'signedInBefore'> }) {
  if (person.disabled)
    return (
      <Tag tone="wrong" icon="lock">
        Nonaktif
      </Tag>
    )
  if (!person.signedInBefore)
    return (
      <Tag tone="warn" icon="key">
        Belum pernah masuk
      </Tag>
    )
  return (
    <Tag tone="good" icon="check-circle">
      Aktif
    </Tag>
  )
}
