import { useState } from 'react'
import { newId } from '#sync/newId.ts'
import { putQueuedSubmit, type QueuedSubmit } from '#sync/outbox/queuedSubmits.ts'
import { useDates, useMe } from '#sync/session/me.tsx'
import { Button } from '#ui/Button.tsx'
import { Callout } from '#ui/Callout.tsx'
import { useSubmission } from '../FormContext.ts'
import styles from './SubmitCheck.module.css'

interface Props {
  /** The idempotency key under which it may have been sent already. */
  once: string | undefined
  /** The report's initial answers, where it was created on this device only. */
  ahead: QueuedSubmit['ahead']
  onLeave: () => void
}

/** Offline: decided now, submitted on reconnecting. */
export function QueueSubmit({ once, ahead, onLeave }: Props) {
  const { id, title, periodTitle } = useSubmission()
  const { person, post } = useMe()
  const dates = useDates()
  const [failed, setFailed] = useState(false)
  const queue = async () => {
    const at = new Date().toISOString()
    const state = { state: 'waiting', said: '', ahead } as const
    const of = { person: person.id, submission: id, post: post?.id ?? '' }
    try {
      await putQueuedSubmit({ ...of, title: `${title}, ${periodTitle}`, at, key: once ?? newId(), ...state })
    } catch {
      return setFailed(true)
    }
    onLeave()
  }
  return (
    <section className={styles.confirm}>
      <p>
        Belum ada jaringan. Laporan ini dapat menunggu di perangkat ini: begitu jaringan kembali, isian yang menunggu
        dikirim dahulu, lalu laporannya. Waktu Anda memutuskan ({dates.short(new Date().toISOString())}) tercatat
        sebagai keterangan; tepat waktu atau terlambat ditentukan jam server.
      </p>
      {failed && (
        <Callout tone="wrong" live>
          Perangkat ini tidak dapat menyimpan keputusan Anda; mungkin penyimpanannya penuh. Coba lagi, atau kirim
          laporan setelah jaringan kembali.
        </Callout>
      )}
      <span className={styles.buttons}>
        <Button onClick={onLeave}>Kembali mengisi</Button>
        <Button kind="primary" icon="send" onClick={queue}>
          Kirim begitu ada jaringan
        </Button>
      </span>
    </section>
  )
}
