import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useDates, useMe } from '#sync/session/me.tsx'
import { Button } from '#ui/Button.tsx'
import { Callout } from '#ui/Callout.tsx'
import { LinkButton } from '#ui/LinkButton.tsx'
import { paths } from '#ui/paths.ts'
import { dismissed, keepDismissed } from './dismissed.ts'
import styles from './Home.module.css'
import { accountNewsQuery } from './queries.ts'

const days = 14
/** Requests and decisions about it are on the Akun page. */
const told = new Set([
  'code.issued',
  'post.granted',
  'post.ended',
  'person.changed',
  'key.issued',
  'key.handed-over',
  'password.reset',
  'second-factor.reset',
  'second-factor.codes-made',
])
const mark = (seq: number): string => `akun-${seq}`

/** Recent sign-in codes and rights given or removed by others, until dismissed on this device. */
export function AccountNews() {
  const { person } = useMe()
  const dates = useDates()
  const { data } = useQuery(accountNewsQuery)
  const [away, setAway] = useState(() => dismissed(person.id))
  const shown = (data?.items ?? []).filter(
    ({ seq, at, own, type }) =>
      !own && told.has(type) && !away.includes(mark(seq)) && dates.now() - Date.parse(at) < days * 86_400_000,
  )
  const putAway = () =>
    setAway(keepDismissed(person.id, [...dismissed(person.id), ...shown.map(({ seq }) => mark(seq))]))
  if (shown.length === 0) return null
  return (
    <section className={styles.part} aria-label="Tentang akun Anda">
      <Callout
        tone="warn"
        title="Tentang akun Anda"
        actions={
          <>
            <LinkButton small to={paths.account()}>
              Lihat semuanya
            </LinkButton>
            <Button small onClick={putAway}>
              Sudah saya baca
            </Button>
          </>
        }
      >
        <ul>
          {shown.map(({ seq, words, by, at }) => (
            <li key={seq}>
              {words} Oleh {[by.name, by.title].filter(Boolean).join(', ')}, {dates.ago(at)}.
            </li>
          ))}
        </ul>
      </Callout>
    </section>
  )
}
