import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { announcementsQuery } from '#submissions/sharedQueries.ts'
import { useDates, useMe } from '#sync/session/me.tsx'
import { Button } from '#ui/Button.tsx'
import { Callout } from '#ui/Callout.tsx'
import { dismissed, keepDismissed } from './dismissed.ts'
import styles from './Home.module.css'

/** Announcements of coordinators, each until it is dismissed on this device. */
export function Announcements() {
  const { person, post } = useMe()
  const dates = useDates()
  const all = useQuery(announcementsQuery)
  const [away, setAway] = useState(() => dismissed(person.id))
  const types = post?.reportTypes ?? []
  const shown = (all.data?.items ?? []).filter(
    ({ id, from, reportTypes }) =>
      !away.includes(id) &&
      from <= dates.today() &&
      (types.length === 0 || reportTypes.some(type => types.includes(type))),
  )
  const putAway = (id: string) => setAway(keepDismissed(person.id, [...dismissed(person.id), id]))
  if (shown.length === 0) return null
  return (
    <section className={styles.part} aria-label="Pengumuman">
      {shown.map(({ id, text, by, to }) => (
        <Callout
          key={id}
          title={text}
          actions={
            <Button small onClick={() => putAway(id)}>
              Tutup <span className="visually-hidden">pengumuman: {text}</span>
            </Button>
          }
        >
          {[by.name, by.title].filter(Boolean).join(', ')} · berlaku sampai {dates.longDay(to)}
        </Callout>
      ))}
    </section>
  )
}
