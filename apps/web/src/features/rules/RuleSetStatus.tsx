import styles from '#administration/Admin.module.css'
import { useDates } from '#sync/session/me.tsx'
import { Tag } from '#ui/Tag.tsx'
import type { RuleSetLine } from './queries.ts'

/** Whether a set is in force, from which year, and who decided so. */
export function RuleSetStatus({ set }: { set: RuleSetLine }) {
  const dates = useDates()
  const day = (instant: string) => dates.longDay(dates.dayOf(instant))
  return (
    <p className={styles.tags}>
      {set.status === 'approved' ? (
        <Tag tone="good" icon="check-circle">
          Disetujui
        </Tag>
      ) : set.status === 'withdrawn' ? (
        <Tag icon="return">Ditarik kembali</Tag>
      ) : (
        <Tag icon="clock">Usulan</Tag>
      )}
      <span className={styles.note}>
        {set.approvedAt && set.approvedBy
          ? `Berlaku mulai tahun ${set.year}, disetujui ${set.approvedBy.name} pada ${day(set.approvedAt)}.`
          : `Untuk tahun ${set.year} dan sesudahnya, diusulkan ${set.proposedBy.name} pada ${day(set.proposedAt)}. ${set.status === 'withdrawn' ? 'Tidak berlaku.' : 'Belum berlaku.'}`}
      </span>
    </p>
  )
}
