import { useSignal } from '#sync/useSignal.ts'
import { Button } from '#ui/Button.tsx'
import type { FormStore } from './answers/formStore.ts'

/** Take back, and again, what was changed last; each while there is something. */
export function UndoButtons({ store, onUndo, onRedo }: { store: FormStore; onUndo: () => void; onRedo: () => void }) {
  const undoable = useSignal(store, 'outbox', of => of.history.canUndo())
  const redoable = useSignal(store, 'outbox', of => of.history.canRedo())
  return (
    <>
      {undoable && (
        <Button small kind="quiet" onClick={onUndo}>
          Urungkan
        </Button>
      )}
      {redoable && (
        <Button small kind="quiet" onClick={onRedo}>
          Ulangi
        </Button>
      )}
    </>
  )
}
