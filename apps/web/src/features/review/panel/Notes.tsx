import { fieldsOf } from '@sepakat/rules/sheet/outline.ts'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useRef, useState } from 'react'
import { rowAnchorOf } from '#sheet/answers/cells.ts'
import { SaidAnswers } from '#submissions/SaidAnswers.tsx'
import { notesQuery, submissionQuery } from '#submissions/submissionQueries.ts'
import { newId } from '#sync/newId.ts'
import { saidOf } from '#sync/problems/ProblemError.ts'
import { useDates } from '#sync/session/me.tsx'
import { useDraftText } from '#sync/session/useDraftText.ts'
import { api } from '#sync/transport/api.ts'
import { announce } from '#ui/announce.ts'
import { Button } from '#ui/Button.tsx'
import { Callout } from '#ui/Callout.tsx'
import { SelectField } from '#ui/SelectField.tsx'
import { Tag } from '#ui/Tag.tsx'
import { TextArea } from '#ui/TextArea.tsx'
import { answerOf } from '../model/placedRows.ts'
import { noteIcons, noteTones, noteWords } from '../noteWords.ts'
import { savingNote } from '../queries.ts'
import { type Note, useReview } from '../ReviewContext.ts'
import styles from './Panel.module.css'

/** Notes with their answers; the reviewer marks which are resolved. */
export function NoteList({ notes, withRow }: { notes: readonly Note[]; withRow?: boolean }) {
  const { submission, sheet, reviewing, go } = useReview()
  const dates = useDates()
  const client = useQueryClient()
  const resolve = useMutation({
    mutationFn: (note: Note) =>
      api('POST /submissions/:id/notes/:note/resolve', { params: { id: submission.id, note: note.id } }),
    onSuccess: () => announce('Catatan dinyatakan selesai.'),
    onSettled: () => {
      client.invalidateQueries({ queryKey: notesQuery(submission.id).queryKey })
      client.invalidateQueries({ queryKey: submissionQuery(submission.id).queryKey })
    },
  })
  return (
    <ul className={styles.items}>
      {notes.map(note => {
        const row = rowAnchorOf(note.anchor)
        return (
          <li key={note.id} className={styles.item}>
            <span className={styles.itemHead}>
              <Tag tone={noteTones[note.status]} icon={noteIcons[note.status]}>
                {noteWords[note.status]}
              </Tag>
              {withRow && row && sheet.byAnchor.has(row) ? (
                <Button kind="quiet" small className={styles.to} onClick={() => go(row)}>
                  {sheet.read.names.anchor(note.anchor)}
                </Button>
              ) : (
                <small>{answerOf(sheet.read.names, note.anchor)}</small>
              )}
            </span>
            <p className={styles.words}>{note.text}</p>
            <small>
              {note.by.name}, {dates.short(note.at)}
              {note.revision !== null && note.revision !== sheet.body.n && ` · pada kiriman ke-${note.revision}`}
            </small>
            <SaidAnswers answers={note.answers} />
            {reviewing && note.status !== 'resolved' && (
              <span className={styles.acts}>
                <Button
                  small
                  icon="check"
                  aria-label={`Nyatakan selesai: ${note.text.slice(0, 60)}`}
                  busy={resolve.isPending && resolve.variables?.id === note.id && 'Menyimpan…'}
                  onClick={() => resolve.mutate(note)}
                >
                  Nyatakan selesai
                </Button>
              </span>
            )}
            {resolve.isError && resolve.variables.id === note.id && (
              <Callout tone="wrong" live>
                {saidOf(resolve.error)}
              </Callout>
            )}
          </li>
        )
      })}
    </ul>
  )
}

/** A new note on a row, on one of its answers, or on the whole report. */
export function NoteForm({ anchor, onDone }: { anchor: string; onDone: () => void }) {
  const { submission, sheet } = useReview()
  const client = useQueryClient()
  const row = sheet.byAnchor.get(anchor)
  const [at, setAt] = useState(anchor)
  const [text, setText, forget] = useDraftText(`${submission.id} note ${anchor}`)
  const [pressed, setPressed] = useState(false)
  const id = useRef(newId())
  const area = useRef<HTMLTextAreaElement>(null)
  const fields = row?.row ? fieldsOf(sheet.read.kind, row.row) : []
  const close = () => {
    forget()
    onDone()
  }
  const save = useMutation({
    mutationKey: savingNote(submission.id),
    mutationFn: () =>
      api('POST /submissions/:id/notes', {
        params: { id: submission.id },
        body: { id: id.current, anchor: at, text: text.trim() },
      }),
    onSuccess: () => {
      announce('Catatan disimpan.')
      close()
    },
    onSettled: () => {
      client.invalidateQueries({ queryKey: submissionQuery(submission.id).queryKey })
      return client.invalidateQueries({ queryKey: notesQuery(submission.id).queryKey })
    },
  })

  function submit(event: FormEvent): void {
    event.preventDefault()
    setPressed(true)
    if (text.trim() === '') area.current?.focus()
    else if (!save.isPending) save.mutate()
  }

  return (
    <form onSubmit={submit} noValidate className={styles.form}>
      <p>
        <strong>Catatan baru: {row ? row.label : 'laporan seluruhnya'}</strong>
      </p>
      {row && fields.length > 0 && (
        <SelectField
          label="Tentang"
          value={at}
          onChange={setAt}
          options={[
            { value: anchor, label: 'Seluruh baris' },
            ...fields.map(field => ({ value: `${anchor}/${field}`, label: row.row?.fields[field] ?? field })),
          ]}
        />
      )}
      <TextArea
        ref={area}
        label="Catatan"
        hint="Ctrl+Enter menyimpan."
        error={pressed && text.trim() === '' ? 'Tulis catatannya.' : undefined}
        maxLength={4000}
        value={text}
        onChange={event => setText(event.target.value)}
        onKeyDown={event => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) submit(event)
        }}
        data-autofocus
        data-note
      />
      {save.isError && (
        <Callout tone="wrong" live>
          {saidOf(save.error)}
        </Callout>
      )}
      <span className={styles.acts}>
        <Button kind="primary" type="submit" small busy={save.isPending && 'Menyimpan…'}>
          Simpan catatan
        </Button>
        <Button small onClick={close}>
          Batal
        </Button>
      </span>
    </form>
  )
}
