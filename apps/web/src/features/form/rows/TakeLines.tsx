import type { Block } from '@sepakat/rules'
import { useState } from 'react'
import { Button } from '#ui/Button.tsx'
import { late } from '#ui/late.tsx'
import { useForm } from '../FormContext.ts'

const TakeLinesDialog = late(async () => (await import('./TakeLinesDialog.tsx')).TakeLinesDialog)

/** Where rows of a list may be imported from a spreadsheet; the dialog is loaded on demand. */
export function TakeLines({ block }: { block: Block }) {
  const { kind } = useForm()
  const [open, setOpen] = useState(false)
  if (kind.lines?.table !== block.table) return null
  return (
    <>
      <Button icon="copy" small onClick={() => setOpen(true)}>
        {kind.lines.title}
      </Button>
      {open && <TakeLinesDialog lines={kind.lines} onClose={() => setOpen(false)} />}
    </>
  )
}
