import { Button } from '#ui/Button.tsx'
import { useForm } from '../FormContext.ts'
import type { Note } from '../model/beside.ts'
import styles from './FindingList.module.css'

/** Notes of the verifier, each linking to its answer. */
export function NoteLinks({ notes, onGo }: { notes: readonly Note[]; onGo: (anchor: string) => void }) {
  const { names } = useForm()
  const named = names()
  return (
    <>
      <p>Pilih catatan untuk menjawabnya di tempatnya.</p>
      <ul className={styles.list}>
        {notes.map(note => (
          <li key={note.id} className={styles.item}>
            <Button kind="quiet" className={styles.go} onClick={() => onGo(note.anchor)}>
              <span className={styles.where}>{named.anchor(note.anchor)}</span>
              <span className={styles.message}>{note.text}</span>
            </Button>
          </li>
        ))}
      </ul>
    </>
  )
}
