import { lazy, Suspense, useState } from 'react'
import { Button } from '#ui/Button.tsx'

const AskDialog = lazy(() => import('./AskDialog.tsx'))

/** Requests a reopening from those who may do it. */
export function AskToReopen() {
  const [asked, setAsked] = useState(false)
  return (
    <>
      <Button small kind="primary" onClick={() => setAsked(true)}>
        Minta dibuka kembali
      </Button>
      {asked && (
        <Suspense>
          <AskDialog onClose={() => setAsked(false)} />
        </Suspense>
      )}
    </>
  )
}
