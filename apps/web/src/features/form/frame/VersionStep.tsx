import { lazy, Suspense, useState } from 'react'
import { Button } from '#ui/Button.tsx'
import { Callout } from '#ui/Callout.tsx'
import { Dialog } from '#ui/Modal.tsx'
import { Skeleton } from '#ui/Skeleton.tsx'
import { useKey, useSubmission } from '../FormContext.ts'

const VersionChanges = lazy(() => import('./VersionChanges.tsx'))

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
        {asked && (
          <Suspense fallback={<Skeleton label="Memuat versi baru…" />}>
            <VersionChanges onDone={() => setAsked(false)} />
          </Suspense>
        )}
      </Dialog>
    </>
  )
}
