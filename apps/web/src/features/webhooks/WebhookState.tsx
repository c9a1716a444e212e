import styles from '#administration/Admin.module.css'
import { useDates } from '#sync/session/me.tsx'
import { Tag } from '#ui/Tag.tsx'
import type { Webhook } from './queries.ts'

/** Whether messages get there, and since when they do not. */
export function WebhookState({ webhook: { failingSince, deliveredAt } }: { webhook: Webhook }) {
  const dates = useDates()
  if (failingSince !== null)
    return (
      <>
        <Tag tone="wrong" icon="alert">
          Tidak sampai
        </Tag>
        <span className={styles.small}>sejak {dates.short(failingSince)}</span>
      </>
    )
  if (deliveredAt === null) return <Tag icon="circle">Belum dipakai</Tag>
  return (
    <Tag tone="good" icon="check-circle">
      Sampai
    </Tag>
  )
}
