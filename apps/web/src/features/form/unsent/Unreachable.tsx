import { storedChangesOf } from '#sync/outbox/unsentReports.ts'
import { hasCode, saidOf } from '#sync/problems/ProblemError.ts'
import { useMe } from '#sync/session/me.tsx'
import { Button } from '#ui/Button.tsx'
import { Callout } from '#ui/Callout.tsx'
import { saveFile } from '#ui/saveFile.ts'

/** It was created on this device, and the server refuses to create it any more. */
const isClosed = (error: unknown) => hasCode(error, 'needs-unmet')

/** A report that cannot be opened now: in another post, offline, or gone. What was typed can still be exported. */
export function Unreachable({ id, error }: { id: string; error?: Error | null }) {
  const { person } = useMe()
  const save = async () => {
    const kept = await storedChangesOf(person.id, id)
    saveFile(new Blob([JSON.stringify(kept, null, 2)], { type: 'application/json' }), `Isian belum terkirim ${id}.json`)
  }
  return (
    <Callout
      tone="warn"
      actions={
        <Button small icon="download" onClick={save}>
          Unduh isiannya
        </Button>
      }
    >
      {isClosed(error)
        ? saidOf(error)
        : 'Laporan ini tidak dapat dibuka sekarang: mungkin diisi dalam jabatan Anda yang lain, atau jaringannya belum ada.'}{' '}
      Isiannya tetap di perangkat ini.
    </Callout>
  )
}
