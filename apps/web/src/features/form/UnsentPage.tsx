import { useEffect, useState } from 'react'
import { onQueue } from '#sync/outbox/queuedSubmits.ts'
import { onSaveState } from '#sync/saveState.ts'
import { useMe } from '#sync/session/me.tsx'
import { keepsOnDevice } from '#sync/vault/keepsOnDevice.ts'
import { StorageNote } from '#sync/vault/StorageNote.tsx'
import { EmptyState } from '#ui/EmptyState.tsx'
import { PageHead } from '#ui/PageHead.tsx'
import { SkeletonRows } from '#ui/Skeleton.tsx'
import { AllUnsent } from './unsent/AllUnsent.tsx'
import styles from './unsent/Unsent.module.css'
import { UnsentReport } from './unsent/UnsentReport.tsx'
import { type Unsent, unsentOf } from './unsent/unsentOf.ts'

/** A resolved change leaves the device a little (ms) after it leaves the page. */
const settled = 300

/** Everything of this user on this device that is not on the server, of all reports: what is queued, and what needs a decision. */
export default function UnsentPage() {
  const { person } = useMe()
  const [reports, setReports] = useState<Map<string, Unsent> | null>(null)
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>
    const readIn = (ms: number) => {
      clearTimeout(timer)
      timer = setTimeout(async () => setReports(keepsOnDevice() ? await unsentOf(person.id) : new Map()), ms)
    }
    readIn(0)
    const offs = [onSaveState(() => readIn(settled)), onQueue(() => readIn(settled))]
    return () => {
      for (const off of offs) off()
      clearTimeout(timer)
    }
  }, [person.id])
  return (
    <>
      <PageHead
        title="Belum sampai di server"
        intro="Isian dan berkas Anda yang hanya ada di perangkat ini. Tidak ada yang hilang sebelum Anda sendiri membuangnya."
      />
      {reports === null && <SkeletonRows rows={4} label="Membaca isian di perangkat ini…" />}
      {reports?.size === 0 && (
        <EmptyState title="Semua isian Anda sudah sampai di server">
          Isian yang menunggu jaringan, dan isian yang berbeda dengan yang tersimpan, muncul di sini.
        </EmptyState>
      )}
      {reports && reports.size > 0 && <AllUnsent reports={reports} onDone={() => setReports(new Map())} />}
      <div className={styles.reports}>
        {[...(reports ?? [])].map(([id, unsent]) => (
          <UnsentReport key={id} id={id} {...unsent} />
        ))}
      </div>
      <StorageNote all />
    </>
  )
}
