import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useEffect, useId, useRef, useState } from 'react'
import { notesQuery, submissionQuery } from '#submissions/submissionQueries.ts'
import { newId } from '#sync/newId.ts'
import { saidOf } from '#sync/problems/ProblemError.ts'
import { useDates } from '#sync/session/me.tsx'
import { useDraftText } from '#sync/session/useDraftText.ts'
import { api } from '#sync/transport/api.ts'
import { announce } from '#ui/announce.ts'
import { Button } from '#ui/Button.tsx'
import { Tag } from '#ui/Tag.tsx'
import { TextArea } from '#ui/TextArea.tsx'
import { useKey, useSubmission } from '../FormContext.ts'
import type { Note } from '../model/beside.ts'
import styles from './NoteView.module.css'

const statusWords = { open: 'perlu dijawab', answered: 'sudah dijawab', resolved: 'selesai' } as const
const statusTones = { open: 'warn', answered: 'info', resolved: 'good' } as const

/** A note of the verifier with its answers; the office answers right here, unless it is read-only. */
export function NoteView({ note, read }: { note: Note; read?: boolean }) {
  const dates = useDates()
  return (
    <div className={styles.note}>
      <p className={styles.head}>
        <strong>{note.by.name}</strong>
        <span className={styles.at}>{dates.short(note.at)}</span>
        <NoteStatus note={note} />
      </p>
      <p className={styles.text}>{note.text}</p>
      <NoteAnswers note={note} read={read} />
    </div>
  )
}

export const NoteStatus = ({ note }: { note: Note }) => (
  <Tag tone={statusTones[note.status]}>{statusWords[note.status]}</Tag>
)

/** The answers, and the field for one while the whole report is open to the office. */
export function NoteAnswers({ note, read }: { note: Note; read?: boolean | undefined }) {
  const dates = useDates()
  const { part } = useSubmission()
  const open = useKey('access', store => store.access().open) && part === null
  return (
    <>
      {note.answers.map(answer => (
        <div key={`${answer.at} ${answer.by.actor}`} className={styles.answer}>
          <p className={styles.head}>
            <strong>{answer.by.name}</strong>
            <span className={styles.at}>{dates.short(answer.at)}</span>
          </p>
          <p className={styles.text}>{answer.text}</p>
        </div>
      ))}
      {open && !read && note.status !== 'resolved' && <AnswerForm note={note} />}
    </>
  )
}

function AnswerForm({ note }: { note: Note }) {
  const submission = useSubmission()
  const client = useQueryClient()
  const id = useId()
  const [text, setText] = useDraftText(`${submission.id} answer ${note.id}`)
  const [more, setMore] = useState(false)
  // another user may answer while this one types
  const asked = note.status === 'open' || more || text !== ''
  const once = useRef(newId())
  const again = useRef<HTMLButtonElement>(null)
  const answer = useMutation({
    mutationFn: (said: string) =>
      api('POST /submissions/:id/notes/:note/answers', {
        params: { id: submission.id, note: note.id },
        body: { text: said },
        idempotencyKey: once.current,
      }),
    onSuccess: answered => {
      once.current = newId()
      setText('')
      setMore(false)
      announce('Jawaban terkirim.')
      // The same note is shown at its row and in the banner: both are updated at once.
      client.setQueryData(notesQuery(submission.id).queryKey, known => ({
        items: (known?.items ?? []).map(one => (one.id === answered.id ? answered : one)),
      }))
      void client.invalidateQueries({ queryKey: notesQuery(submission.id).queryKey })
      void client.invalidateQueries({ queryKey: submissionQuery(submission.id).queryKey })
    },
  })
  const answered = answer.isSuccess && !asked
  useEffect(() => {
    if (answered) again.current?.focus()
  }, [answered])
  if (!asked)
    return (
      <Button ref={again} small kind="quiet" onClick={() => setMore(true)}>
        Tambah jawaban
      </Button>
    )
  const error = answer.isError ? saidOf(answer.error) : null
  return (
    <form
      className={styles.form}
      onSubmit={event => {
        event.preventDefault()
        if (text.trim() !== '' && !answer.isPending) answer.mutate(text.trim())
      }}
    >
      <TextArea
        id={id}
        label="Jawaban Anda"
        rows={2}
        value={text}
        error={error}
        maxLength={4000}
        onChange={event => setText(event.target.value)}
      />
      <span className={styles.send}>
        <Button
          type="submit"
          small
          busy={answer.isPending && 'Mengirim…'}
          whyNot={text.trim() === '' && 'Tulis jawabannya dahulu.'}
        >
          Jawab
        </Button>
      </span>
    </form>
  )
}
