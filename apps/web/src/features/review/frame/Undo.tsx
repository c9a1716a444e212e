import type { FormStore } from '#sheet/answers/formStore.ts'
import { UndoButtons } from '#sheet/UndoButtons.tsx'
import { announce } from '#ui/announce.ts'
import { useKeys } from '#ui/keys.ts'

/** Takes an evaluator's own edits back, step by step. */
export function Undo({ store }: { store: FormStore }) {
  const tell = (changed: string[] | null, done: string, nothing: string) =>
    announce(
      changed === null ? nothing : changed.length > 0 ? done : 'Tidak diubah: isian itu sudah berubah sejak itu.',
    )
  const undo = () => tell(store.undo(), 'Diurungkan.', 'Tidak ada yang dapat diurungkan.')
  const redo = () => tell(store.redo(), 'Diulangi.', 'Tidak ada yang dapat diulangi.')
  useKeys([
    { keys: 'Ctrl+z', label: 'Urungkan perubahan Anda', run: ({ shiftKey }) => (shiftKey ? redo() : undo()) },
    { keys: 'Ctrl+y', label: 'Ulangi yang diurungkan', run: redo },
  ])
  return <UndoButtons store={store} onUndo={undo} onRedo={redo} />
}
