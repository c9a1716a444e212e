import type { Row } from '@sepakat/rules'
import { rowAt } from '@sepakat/rules/pointers/pointer.ts'
import { useBeside } from '../FormContext.ts'
import { NoteView } from '../notes/NoteView.tsx'
import { Part } from './Part.tsx'
import styles from './RowPanel.module.css'

/** All notes on the row, resolved ones too; open ones are answered at the row. */
export function RowNotes({ row }: { row: Row }) {
  const notes = useBeside().notes.get(rowAt(row)) ?? []
  return (
    <Part title={`Catatan verifikator${notes.length > 0 ? ` (${notes.length})` : ''}`} id="notes">
      {notes.length === 0 ? (
        <p className={styles.quiet}>Belum ada catatan.</p>
      ) : (
        <ul className={styles.list}>
          {notes.map(note => (
            <li key={note.id}>
              <NoteView note={note} read />
            </li>
          ))}
        </ul>
      )}
    </Part>
  )
}
