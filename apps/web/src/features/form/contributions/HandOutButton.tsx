import { isOpen, type Status } from '@sepakat/rules/workflow/statuses.ts'
import { lazy, Suspense, useState } from 'react'
import { useMay } from '#sync/session/me.tsx'
import { Button } from '#ui/Button.tsx'
import { useSubmission } from '../FormContext.ts'

const HandOut = lazy(async () => ({ default: (await import('./HandOut.tsx')).HandOut }))

/** `Serahkan bagian`: for users who may assign rows of a report that is open with the office. */
export function HandOutButton() {
  const { part, status } = useSubmission()
  const may = useMay('contribution.manage')
  const [open, setOpen] = useState(false)
  if (!may || part !== null || !isOpen(status as Status)) return null
  return (
    <>
      <Button icon="person" kind="quiet" onClick={() => setOpen(true)}>
        Serahkan bagian
      </Button>
      {open && (
        <Suspense>
          <HandOut onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  )
}
