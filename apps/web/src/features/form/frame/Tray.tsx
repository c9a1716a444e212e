import { Button } from '#ui/Button.tsx'
import { Callout } from '#ui/Callout.tsx'
import { StuckNote } from '../cells/StuckNote.tsx'
import { useForm, useKey } from '../FormContext.ts'
import { SendAgain } from '../unsent/SendAgain.tsx'
import { useExportStuck } from '../unsent/useExportStuck.ts'
import styles from './Notices.module.css'

/** Everything that did not go through, also of rows that are not shown any more. Nothing of it is ever dropped by itself. */
export function Tray() {
  const { store, names, go } = useForm()
  const pointers = useKey('outbox', () => store.stuckPointers().join('\n'))
  const exportStuck = useExportStuck()
  const unread = useKey('outbox', () => store.outbox.state().unread)
  const full = useKey('outbox', () => store.outbox.state().onPage > 0)
  const all = pointers === '' ? [] : pointers.split('\n')
  return (
    <>
      {full && (
        <Callout tone="wrong" title="Penyimpanan perangkat ini penuh" live>
          Isian yang baru hanya ada di halaman ini. Hapus berkas lain di perangkat supaya isian dapat disimpan, dan
          jangan tutup halaman ini sebelum tertulis “Semua tersimpan”.
        </Callout>
      )}
      {unread && (
        <Callout tone="warn">
          Penyimpanan perangkat ini tidak dapat dibaca. Isian yang belum terkirim dari kunjungan lalu belum ditampilkan;
          muat ulang halaman untuk mencoba lagi.
        </Callout>
      )}
      {all.length > 0 && (
        <Callout
          tone="warn"
          title={`${all.length} isian perlu Anda putuskan`}
          actions={
            <>
              <SendAgain pointers={all} />
              <Button small icon="download" onClick={() => exportStuck(all)}>
                Unduh daftarnya
              </Button>
            </>
          }
        >
          <div className={styles.stack}>
            {all.map(at => (
              <div key={at}>
                <Button kind="quiet" small className={styles.go} onClick={() => go(at)}>
                  {names().anchor(at)}
                </Button>
                <StuckNote at={at} bare />
              </div>
            ))}
          </div>
        </Callout>
      )}
    </>
  )
}
