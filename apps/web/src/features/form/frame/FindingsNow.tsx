import { Button } from '#ui/Button.tsx'
import { Icon } from '#ui/icons/Icon.tsx'
import { count } from '#ui/numbers.ts'
import { useEvaluated, useForm, useKey, useOpenNotes } from '../FormContext.ts'
import styles from './FindingsNow.module.css'
import { SaveState } from './SaveState.tsx'

/** How much is wrong, odd or missing; a press lists each. */
export function FindingCounts() {
  const { view } = useForm()
  const { wrong, explain, empty } = useEvaluated().counts
  const notes = useOpenNotes().length
  return (
    <Button kind="quiet" className={styles.counts} onClick={() => view.set({ drawer: 'findings' })}>
      {wrong + explain + empty === 0 ? (
        notes === 0 && (
          <span className={styles.none}>
            <Icon name="check" size={16} /> Tidak ada yang salah atau kosong
          </span>
        )
      ) : (
        <>
          <span className={wrong > 0 ? styles.wrong : undefined}>
            <Icon name="cross-circle" size={16} /> {count(wrong)} salah
          </span>
          <span className={explain > 0 ? styles.explain : undefined}>
            <Icon name="alert" size={16} /> {count(explain)} perlu penjelasan
          </span>
          <span>
            <Icon name="circle" size={16} /> {count(empty)} kosong
          </span>
        </>
      )}
      {notes > 0 && (
        <span className={styles.explain}>
          <Icon name="note" size={16} /> {count(notes)} catatan belum dijawab
        </span>
      )}
    </Button>
  )
}

/** Always visible while filling in: what is left to do, a button to the next of it, and whether all is saved. */
export function FindingsNow({
  onUndo,
  onRedo,
  onNext,
}: {
  onUndo: () => void
  onRedo: () => void
  onNext: () => void
}) {
  const { wrong, explain, empty } = useEvaluated().counts
  const open = useKey('access', store => store.access().open)
  const undoable = useKey('outbox', store => store.history.canUndo())
  const redoable = useKey('outbox', store => store.history.canRedo())
  return (
    <div className={styles.now}>
      <FindingCounts />
      <span className={styles.actions}>
        {wrong + explain + empty > 0 && (
          <Button small onClick={onNext}>
            Temuan berikutnya
          </Button>
        )}
        {open && undoable && (
          <Button small kind="quiet" onClick={onUndo}>
            Urungkan
          </Button>
        )}
        {open && redoable && (
          <Button small kind="quiet" onClick={onRedo}>
            Ulangi
          </Button>
        )}
      </span>
      {open && <SaveState quiet />}
    </div>
  )
}
