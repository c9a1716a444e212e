import { Button } from '#ui/Button.tsx'
import type { Note } from '../model/beside.ts'
import styles from './FindingList.module.css'

/** Notes of the verifier, each linking to its answer. */
export function NoteLinks({ notes, onGo }: { notes: readonly Note[]; onGo: (anchor: string) => void }) {
  return (
    <ul className={styles.list}>
      {notes.map(note => (
        <li key={note.id} className={styles.item}>
          <Button kind="quiet" className={styles.go} onClick={() => onGo(note.anchor)}>
            {note.text}
          </Button>
        </li>
      ))}
    </ul>
  )
}
