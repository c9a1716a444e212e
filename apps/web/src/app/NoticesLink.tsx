import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { NavLink } from 'react-router'
import { queryOf } from '#sync/transport/queryOf.ts'
import { announce } from '#ui/announce.ts'
import { Icon } from '#ui/icons/Icon.tsx'
import { paths } from '#ui/paths.ts'
import styles from './NoticesLink.module.css'

/** Notices are written once a day and when a coordinator reminds: minutes late is soon enough. */
const everyMs = 5 * 60_000

/** The way to the notices, with how many are unread; more of them are announced. */
export function NoticesLink() {
  const { data } = useQuery({ ...queryOf('GET /notices/unread'), refetchInterval: everyMs })
  const unread = data?.unread ?? 0
  const before = useRef<number | null>(null)
  useEffect(() => {
    if (data === undefined) return
    if (before.current !== null && data.unread > before.current)
      announce(`Ada pemberitahuan baru; ${data.unread} belum dibaca.`)
    before.current = data.unread
  }, [data])
  return (
    <NavLink to={paths.notices()} className={styles.link}>
      <Icon name="notices" />
      <span className={styles.word}>Pemberitahuan</span>
      {unread > 0 && (
        <span className={styles.count}>
          {unread > 99 ? '99+' : unread}
          <span className="visually-hidden"> belum dibaca</span>
        </span>
      )}
    </NavLink>
  )
}
