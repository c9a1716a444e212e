import { lazy, Suspense, useState } from 'react'
import { IconButton } from '#ui/Button.tsx'
import type { PageName } from '../pages.ts'

const HelpDialog = lazy(async () => ({ default: (await import('./HelpDialog.tsx')).HelpDialog }))

/** `?` beside the heading of a page: what the page is for and how to use it. */
export function HelpButton({ page }: { page: PageName }) {
  const [open, setOpen] = useState(false)
  return (
    <>
      <IconButton icon="help" label="Bantuan halaman ini" onClick={() => setOpen(true)} />
      {open && (
        <Suspense>
          <HelpDialog page={page} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  )
}
