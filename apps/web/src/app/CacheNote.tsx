import { useLocation } from 'react-router'
import { useCacheTime } from '#sync/cache/shownFromCache.ts'
import { useDates } from '#sync/session/me.tsx'
import styles from './AbovePage.module.css'

/** Says of when the data on this page is, when it came from the cache. */
export function CacheNote() {
  const at = useCacheTime(useLocation().pathname)
  const dates = useDates()
  return (
    <p className={styles.note} role="status" hidden={at === null}>
      {at !== null && `Data per ${dates.short(new Date(at).toISOString())}, dari perangkat ini`}
    </p>
  )
}
