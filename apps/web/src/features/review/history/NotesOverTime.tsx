import { useDates } from '#sync/session/me.tsx'
import { Part } from '#ui/Part.tsx'
import { Tag } from '#ui/Tag.tsx'
import { noteIcons, noteTones, noteWords } from '../noteWords.ts'
import type { Note } from '../ReviewContext.ts'
import styles from './History.module.css'
import type { Known } from './timelineOf.ts'

/** Notes of reviewers and their answers, in the order they were written. */
export function NotesOverTime({ notes, known }: { notes: readonly Note[]; known: Known }) {
  const dates = useDates()
  if (notes.length === 0) return null
  return (
    <Part title="Catatan">
      <ul className={styles.compared}>
        {notes.map(note => (
          <li key={note.id}>
            <div className={styles.comparedHead}>
              <h3>{note.anchor === '' ? 'Laporan seluruhnya' : known.place(note.anchor)}</h3>
              <Tag tone={noteTones[note.status]} icon={noteIcons[note.status]}>
                {noteWords[note.status]}
              </Tag>
            </div>
            <p className={styles.words}>{note.text}</p>
            <small>
              {note.by.name}, {dates.short(note.at)}
              {note.revision !== null && ` · pada kiriman ke-${note.revision}`}
            </small>
            {note.answers.map(answer => (
              <blockquote key={answer.at}>
                <p className={styles.words}>{answer.text}</p>
                <small>
                  {answer.by.name}, {dates.short(answer.at)}
                </small>
              </blockquote>
            ))}
          </li>
        ))}
      </ul>
    </Part>
  )
}
