import { useId, useState } from 'react'
import { useDates } from '#sync/session/me.tsx'
import { Button } from '#ui/Button.tsx'
import { Callout } from '#ui/Callout.tsx'
import { useBeside, useForm, useKey, useSubmission } from '../FormContext.ts'
import type { Note } from '../model/beside.ts'
import { NoteAnswers, NoteStatus } from './NoteView.tsx'
import styles from './ReturnedNotes.module.css'
import { useNotePlace } from './useNotePlace.ts'

/**
 * What reviewers ask comes first while the report is back with its office: returned, withdrawn, or not signed. Each note is answered
 * here too, since its row may be gone.
 */
export function ReturnedNotes() {
  const submission = useSubmission()
  const dates = useDates()
  const notes = [...useBeside().notes.values()].flat().filter(note => note.status !== 'resolved')
  const open = notes.filter(note => note.status === 'open').length
  const writable = useKey('access', store => store.access().open)
  const returned = submission.status === 'returned'
  if (!returned && !(writable && notes.length > 0)) return null
  const until = returned ? submission.returnDueAt : null
  const answered = notes.length > 0 ? 'Semua catatan sudah dijawab' : 'Laporan ini dikembalikan'
  const said = open > 0 ? `${open} catatan untuk dijawab` : answered
  return (
    <Callout
      folded
      tone="warn"
      title={[said, until && `jawaban ditunggu ${dates.due(until)}`].filter(Boolean).join(' · ')}
    >
      {returned && (
        <p>
          Dikembalikan oleh {submission.statusBy?.name ?? 'verifikator'} pada {dates.long(submission.statusAt)}.
          {until && ` Jawaban ditunggu sampai ${dates.long(until)} (${dates.due(until)}).`}
        </p>
      )}
      {notes.length > 0 && (
        <ul className={styles.list} aria-label="Catatan verifikator">
          {notes.map(note => (
            <ReturnedNote key={note.id} note={note} />
          ))}
        </ul>
      )}
    </Callout>
  )
}

function ReturnedNote({ note }: { note: Note }) {
  const { words, there } = useNotePlace(note)
  const { go } = useForm()
  const { part } = useSubmission()
  const writable = useKey('access', store => store.access().open) && part === null
  const [opened, setOpened] = useState(false)
  const id = useId()
  const said = (
    <span>
      <strong>{words}</strong>: <span className={styles.text}>{note.text}</span>
    </span>
  )
  const here = !there || opened
  const more = writable || note.answers.length > 0
  return (
    <li className={styles.note} data-note-on={note.anchor}>
      <div className={styles.head}>
        {there ? (
          <Button kind="quiet" small className={styles.go} onClick={() => go(note.anchor)}>
            {said}
          </Button>
        ) : (
          <p className={styles.words}>{said}</p>
        )}
        {note.status !== 'open' && <NoteStatus note={note} />}
        {there && more && (
          <Button
            small
            aria-expanded={opened}
            aria-controls={opened ? id : undefined}
            onClick={() => setOpened(!opened)}
          >
            {note.status === 'open' ? 'Jawab di sini' : 'Lihat jawaban'}
            <span className="visually-hidden">: {note.text}</span>
          </Button>
        )}
      </div>
      {here && more && (
        <div id={id} className={styles.answers}>
          <NoteAnswers note={note} />
        </div>
      )}
    </li>
  )
}
