import type { LeadsTo } from '@sepakat/rules'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { leadsToPath } from '#submissions/leadsToPath.ts'
import styles from './Dashboards.module.css'

/** A mark of a chart: its values are read aloud, and it leads to what is behind it. */
export function ChartLink({ to, label, children }: { to: LeadsTo | null; label: string; children: ReactNode }) {
  const shown = (
    <>
      <title>{label}</title>
      {children}
    </>
  )
  if (to === null) return <g>{shown}</g>
  return (
    <Link to={leadsToPath(to)} className={styles.leads}>
      {shown}
    </Link>
  )
}
