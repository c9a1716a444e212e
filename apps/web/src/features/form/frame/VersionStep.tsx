import { useState } from 'react'
import { Button } from '#ui/Button.tsx'
import { Callout } from '#ui/Callout.tsx'
import { late } from '#ui/late.tsx'
import { Dialog } from '#ui/Modal.tsx'
import { Skeleton } from '#ui/Skeleton.tsx'
import { useKey, useSubmission } from '../FormContext.ts'

const VersionChanges = late(
  async () => (await import('./VersionChanges.tsx')).default,
  <Skeleton label="Memuat versi baru…" />,
)

/** A newer catalogue is published: the draft moves to it only by this step, after the changes were shown. */
export function VersionStep() {
  const { formVersion, newestVersion } = useSubmission()
  const open = useKey('access', store => store.access().open)
  const [asked, setAsked] = useState(false)
  if (!open) return null
  return (
    <>
      <Callout
        tone="info"
        title="Katalog formulir ini sudah diperbarui"
        actions={
          <Button small onClick={() => setAsked(true)}>
            Lihat apa yang berubah
          </Button>
        }
      >
        Draf ini masih memakai versi {formVersion}; yang terbaru versi {newestVersion}.
      </Callout>
      <Dialog open={asked} large onClose={() => setAsked(false)} title={`Pindah ke versi ${newestVersion}`}>
        {asked && <VersionChanges onDone={() => setAsked(false)} />}
      </Dialog>
    </>
  )
}
