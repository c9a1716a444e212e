import { useState } from 'react'
import { IconButton } from '#ui/Button.tsx'
import { late } from '#ui/late.tsx'
import type { PageName } from '../pages.ts'

const HelpDialog = late(async () => (await import('./HelpDialog.tsx')).HelpDialog)

/** `?` beside the heading of a page: what the page is for and how to use it. */
export function HelpButton({ page }: { page: PageName }) {
  const [open, setOpen] = useState(false)
  return (
    <>
      <IconButton icon="help" label="Bantuan halaman ini" onClick={() => setOpen(true)} />
      {open && <HelpDialog page={page} onClose={() => setOpen(false)} />}
    </>
  )
}
