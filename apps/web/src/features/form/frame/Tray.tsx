import { Callout } from '#ui/Callout.tsx'
import { late } from '#ui/late.tsx'
import { useForm, useKey } from '../FormContext.ts'

const StuckTray = late(async () => (await import('./StuckTray.tsx')).StuckTray)

/** Everything that did not go through, also of rows that are not shown any more. Nothing of it is ever dropped by itself. */
export function Tray() {
  const { store } = useForm()
  const pointers = useKey('outbox', () => store.stuckPointers().join('\n'))
  const unread = useKey('outbox', () => store.outbox.state().unread)
  const full = useKey('outbox', () => store.outbox.state().onPage > 0)
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
      {pointers !== '' && <StuckTray pointers={pointers.split('\n')} />}
    </>
  )
}
