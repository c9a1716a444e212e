import { useDates, useMe } from '../../../lib/me.tsx'
import { useOnline } from '../../../lib/online.ts'
import { paths } from '../../../lib/paths.ts'
import { Button } from '../../../ui/Button.tsx'
import { Callout } from '../../../ui/Callout.tsx'
import { LinkButton } from '../../../ui/LinkButton.tsx'
import styles from './HandIn.module.css'
import { dropHandIn, type QueuedHandIn, useQueue } from './queuedHandIns.ts'

/** What was handed in without a line, on every page: that it waits, that it has arrived, or why it was cancelled. */
export function HandInNews() {
  const queue = useQueue(useMe().person.id)
  if (queue.length === 0) return null
  return (
    <section className={styles.news} aria-label="Pengiriman laporan">
      {queue.map(handIn => (
        <News key={handIn.submission} handIn={handIn} />
      ))}
    </section>
  )
}

function News({ handIn }: { handIn: QueuedHandIn }) {
  const dates = useDates()
  const online = useOnline()
  const { state, title, at, said, submission } = handIn
  const close = (label: string) => (
    <Button small kind="quiet" onClick={() => dropHandIn(handIn)}>
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
