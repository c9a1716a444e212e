import { dropQueuedSubmit, type QueuedSubmit, useQueue } from '#sync/outbox/queuedSubmits.ts'
import { useDates, useMe } from '#sync/session/me.tsx'
import { useOnline } from '#sync/transport/online.ts'
import { Button } from '#ui/Button.tsx'
import { Callout } from '#ui/Callout.tsx'
import { LinkButton } from '#ui/LinkButton.tsx'
import { paths } from '#ui/paths.ts'
import styles from './SubmitCheck.module.css'

/** Submissions queued while offline, on every page: that one is pending, has arrived, or why it was cancelled. */
export function QueuedSubmitNews() {
  const queue = useQueue(useMe().person.id)
  if (queue.length === 0) return null
  return (
    <section className={styles.news} aria-label="Pengiriman laporan">
      {queue.map(queued => (
        <News key={queued.submission} queued={queued} />
      ))}
    </section>
  )
}

function News({ queued }: { queued: QueuedSubmit }) {
  const dates = useDates()
  const online = useOnline()
  const { state, title, at, said, submission } = queued
  const close = (label: string) => (
    <Button small kind="quiet" onClick={() => dropQueuedSubmit(queued)}>
      {label} <span className="visually-hidden">{title}</span>
    </Button>
  )
  if (state === 'sent')
    return (
      <Callout tone="good" title={`${title} terkirim`} live actions={close('Tutup')}>
        Nomor tanda terima {said}. Diputuskan tanpa jaringan {dates.short(at)}.
      </Callout>
    )
  if (state === 'refused')
    return (
      <Callout
        tone="warn"
        title={`${title} belum terkirim`}
        live
        actions={
          <>
            <LinkButton small to={paths.form(submission)}>
              Buka laporan
            </LinkButton>
            {close('Tutup')}
          </>
        }
      >
        Pengiriman yang menunggu jaringan dibatalkan. {said}
      </Callout>
    )
  return (
    <Callout
      tone="info"
      title={`${title} ${online ? 'segera dikirim' : 'menunggu jaringan untuk dikirim'}`}
      actions={close('Batalkan pengiriman')}
    >
      Diputuskan {dates.short(at)}. Isian yang menunggu dikirim dahulu, lalu laporannya.
    </Callout>
  )
}
