import type { Step } from '#sheet/answers/editHistory.ts'
import { Button } from '#ui/Button.tsx'
import { Callout } from '#ui/Callout.tsx'
import { useForm, useKey } from '../../FormContext.ts'
import { type Pasted, pastedWords } from '../../model/pasteInto.ts'

/** What was pasted, and the step that undoes it. */
export type PasteDone = Pasted & { step: readonly Step[] | undefined }

/** Says what became of a paste, leads to what is not sure, and takes it back. */
export function PasteResult({ pasted, onClose }: { pasted: PasteDone; onClose: () => void }) {
  const { store, go } = useForm()
  const open = useKey('evaluated', () => pasted.unsure.filter(at => typeof store.cell(at) === 'object').join('\n'))
  // otherwise undo would take back what was done since the paste
  const isNewest = useKey('evaluated', () => pasted.step !== undefined && store.history.newest() === pasted.step)
  const still = open === '' ? [] : open.split('\n')
  const [unsure] = still
  return (
    <Callout
      tone={still.length > 0 || pasted.left > 0 ? 'warn' : 'good'}
      actions={
        <>
          {unsure !== undefined && (
            <Button small onClick={() => go(unsure)}>
              Ke isian yang perlu dipastikan
            </Button>
          )}
          {isNewest && (
            <Button
              small
              kind="quiet"
              onClick={() => {
                if (store.history.newest() === pasted.step) store.undo()
                onClose()
              }}
            >
              Urungkan tempelan
            </Button>
          )}
          <Button small kind="quiet" onClick={onClose}>
            Tutup
          </Button>
        </>
      }
    >
      {pastedWords({ ...pasted, unsure: still })}
    </Callout>
  )
}
