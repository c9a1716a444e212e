import { useState } from 'react'
import { useMay } from '#sync/session/me.tsx'
import { Button } from '#ui/Button.tsx'
import { late } from '#ui/late.tsx'
import { useForm, useSubmission } from '../FormContext.ts'

const NextNumberDialog = late(async () => (await import('./NextNumberDialog.tsx')).default)

/** Offers a Perubahan of a numbered form: a copy of the approved one. */
export function NextNumber() {
  const submission = useSubmission()
  const { kind } = useForm()
  const may = useMay('submission.write')
  const [open, setOpen] = useState(false)
  const newest = Math.max(...submission.numbers.map(({ number }) => number))
  if (!kind.numbered || !may || submission.status !== 'approved' || submission.number < newest) return null
  return (
    <>
      <Button icon="copy" onClick={() => setOpen(true)}>
        Buat perubahan
      </Button>
      {open && <NextNumberDialog onClose={() => setOpen(false)} />}
    </>
  )
}
