import type { Note } from '../model/beside.ts'
import { useNotePlace } from '../notes/useNotePlace.ts'
import styles from './FindingList.module.css'
import { PlaceButton } from './PlaceButton.tsx'

interface NoteLinksProps {
  notes: readonly Note[]
  onGo: (anchor: string) => void
}

/** Notes of the verifier, each linking to its answer. */
export function NoteLinks({ notes, onGo }: NoteLinksProps) {
  return (
    <>
      <p>Pilih catatan untuk menjawabnya.</p>
      <ul className={styles.list}>
        {notes.map(note => (
          <li key={note.id} className={styles.item}>
            <NoteLink note={note} onGo={onGo} />
          </li>
        ))}
      </ul>
    </>
  )
}

function NoteLink({ note, onGo }: Pick<NoteLinksProps, 'onGo'> & { note: Note }) {
  const { words } = useNotePlace(note)
  return <PlaceButton where={words} said={note.text} onGo={() => onGo(note.anchor)} />
}
