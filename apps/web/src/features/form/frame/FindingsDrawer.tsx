import { late } from '#ui/late.tsx'
import { Drawer } from '#ui/Modal.tsx'
import { SkeletonRows } from '#ui/Skeleton.tsx'
import { useForm, useView } from '../FormContext.ts'

const FindingsLeft = late(
  async () => (await import('./FindingsLeft.tsx')).default,
  <SkeletonRows rows={4} label="Memuat temuan…" />,
)

/** The list of what is left to do, beside the form. */
export function FindingsDrawer() {
  const { view, go } = useForm()
  const open = useView('drawer') === 'findings'
  const close = () => view.set({ drawer: null })
  return (
    <Drawer open={open} onClose={close} title="Temuan">
      {open && (
        <FindingsLeft
          onGo={anchor => {
            close()
            go(anchor)
          }}
        />
      )}
    </Drawer>
  )
}
