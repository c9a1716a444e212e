import { useState } from 'react'
import { Button } from '#ui/Button.tsx'
import { late } from '#ui/late.tsx'

const AskDialog = late(async () => (await import('./AskDialog.tsx')).default)

/** Requests a reopening from those who may do it. */
export function AskToReopen() {
  const [asked, setAsked] = useState(false)
  return (
    <>
      <Button small kind="primary" onClick={() => setAsked(true)}>
        Minta dibuka kembali
      </Button>
      {asked && <AskDialog onClose={() => setAsked(false)} />}
    </>
  )
}
