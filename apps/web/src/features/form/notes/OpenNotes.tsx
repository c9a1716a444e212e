import { Icon } from '#ui/icons/Icon.tsx'
import { useBeside } from '../FormContext.ts'
import { NoteView } from './NoteView.tsx'
import styles from './OpenNotes.module.css'

/** Notes of the verifier that the office has not answered, at their answer. */
export function OpenNotes({ rowKey }: { rowKey: string }) {
  const notes =
    useBeside()
      .notes.get(rowKey)
      ?.filter(note => note.status !== 'resolved') ?? []
  if (notes.length === 0) return null
  return (
    <div className={styles.notes}>
      {notes.map(note => (
        <div key={note.id} className={styles.note}>
          <Icon name="note" size={16} />
          <NoteView note={note} />
        </div>
      ))}
    </div>
  )
}
