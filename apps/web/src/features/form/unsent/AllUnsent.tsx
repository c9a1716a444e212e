import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useDates, useMe } from '#sync/session/me.tsx'
import { announce } from '#ui/announce.ts'
import { Button } from '#ui/Button.tsx'
import { Callout } from '#ui/Callout.tsx'
import { DangerDialog } from '#ui/DangerDialog.tsx'
import { discardUnsent } from './discardUnsent.ts'
import { exportUnsent } from './exportUnsent.ts'
import styles from './Unsent.module.css'
import { unsentLines } from './unsentLines.ts'
import type { Unsent } from './unsentOf.ts'

/** Actions on everything unsent at once: export as a file, or remove from the device. `onDone`: it was removed. */
export function AllUnsent({ reports, onDone }: { reports: Map<string, Unsent>; onDone: () => void }) {
  const { person, post } = useMe()
  const client = useQueryClient()
  const dates = useDates()
  const [asked, setAsked] = useState(false)
  const [busy, setBusy] = useState<'save' | 'discard' | null>(null)
  const [failed, setFailed] = useState(false)
  const during = async (what: 'save' | 'discard', work: () => Promise<void>) => {
    setBusy(what)
    setFailed(false)
    await work().catch(() => setFailed(true))
    setBusy(null)
  }
  const save = () =>
    during('save', async () =>
      exportUnsent(`semua laporan ${dates.today()}`, await unsentLines(client, person.id, dates.short)),
    )
  const discard = () =>
    during('discard', async () => {
      await discardUnsent(person.id, post?.id ?? '')
      announce('Semua yang belum terkirim dihapus dari perangkat ini.')
      onDone()
    }).finally(() => setAsked(false))
  return (
    <>
      <div className={styles.tools}>
        <Button icon="download" busy={busy === 'save' && 'Menyusun berkas…'} onClick={save}>
          Unduh semuanya dalam satu berkas
        </Button>
        <Button kind="quiet" onClick={() => setAsked(true)}>
          Hapus semuanya dari perangkat ini
        </Button>
      </div>
      {failed && (
        <Callout tone="wrong" live>
          Penyimpanan perangkat ini tidak menjawab. Tutup tab lain aplikasi ini, lalu coba lagi.
        </Callout>
      )}
      <DangerDialog
        open={asked}
        onClose={() => setAsked(false)}
        title="Hapus semua yang belum terkirim?"
        keep="Tetap simpan"
        action="Hapus dari perangkat ini"
        word="HAPUS"
        busy={busy === 'discard' && 'Menghapus…'}
        onConfirm={discard}
      >
        <p>
          {wordsOf(reports)} milik Anda dihapus dari perangkat ini dan tidak dapat dikembalikan. Yang sudah tersimpan di
          server tetap seperti adanya. Unduh dahulu bila ragu.
        </p>
      </DangerDialog>
    </>
  )
}

/** `12 isian, 2 berkas, dan 1 pengiriman yang menunggu dari 3 laporan` */
function wordsOf(reports: Map<string, Unsent>): string {
  const all = [...reports.values()]
  const sum = (count: (one: Unsent) => number) => all.reduce((total, one) => total + count(one), 0)
  const counts: [number, string][] = [
    [sum(one => one.waiting + one.stuck), 'isian'],
    [sum(one => one.files), 'berkas'],
    [sum(one => one.descriptions), 'keterangan berkas'],
    [sum(one => (one.queued ? 1 : 0)), 'pengiriman yang menunggu'],
  ]
  const words = counts.filter(([count]) => count > 0).map(([count, word]) => `${count} ${word}`)
  return `${new Intl.ListFormat('id').format(words)} dari ${reports.size} laporan`
}
