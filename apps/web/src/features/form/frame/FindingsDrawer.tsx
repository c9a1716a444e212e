import { lazy, Suspense } from 'react'
import { Drawer } from '#ui/Modal.tsx'
import { SkeletonRows } from '#ui/Skeleton.tsx'
import { useForm, useView } from '../FormContext.ts'

const FindingsLeft = lazy(() => import('./FindingsLeft.tsx'))

/** The list of what is left to do, beside the form. */
export function FindingsDrawer() {
  const { view, go } = useForm()
  const open = useView('drawer') === 'findings'
  const close = () => view.set({ drawer: null })
  return (
    <Drawer open={open} onClose={close} title="Temuan">
      {open && (
        <Suspense fallback={<SkeletonRows rows={4} label="Memuat temuan…" />}>
          <FindingsLeft
            onGo={anchor => {
              close()
              go(anchor)
            }}
          />
        </Suspense>
      )}
    </Drawer>
  )
}
