import { useIsMutating } from '@tanstack/react-query'
import { type FormEvent, useRef, useState } from 'react'
import { rowAnchorOf } from '#sheet/answers/cells.ts'
import { newId } from '#sync/newId.ts'
import { useDates } from '#sync/session/me.tsx'
import { useDraftText } from '#sync/session/useDraftText.ts'
import { api } from '#sync/transport/api.ts'
import { Button } from '#ui/Button.tsx'
import { Dialog } from '#ui/Modal.tsx'
import { TextArea } from '#ui/TextArea.tsx'
import { savingNote } from '../queries.ts'
import { type Note, useReview } from '../ReviewContext.ts'
import { AnswerScope, type Scope, scopeBody, scopeErrors, usualDay } from './AnswerScope.tsx'
import { MoveProblem } from './MoveProblem.tsx'
import styles from './Moves.module.css'
import type { Moving } from './useMove.ts'

export interface MoveDialogProps {
  onClose: () => void
  onMove: (moving: Moving) => Promise<unknown>
  onRefresh: () => void
}

/** Returns the report: date, scope, and the reasons as notes. */
export function ReturnDialog({ onClose, onMove, onRefresh }: MoveDialogProps) {
  const { sheet, submission, notes } = useReview()
  const dates = useDates()
  const open = [...notes.values()].flat().filter(note => note.status === 'open')
  const noted = [...new Set(open.flatMap(note => rowAnchorOf(note.anchor) ?? []))]
  const [scope, setScope] = useState<Scope>(() => ({ day: usualDay(dates), all: true, anchors: noted }))
  const [text, setText, forget] = useDraftText(`${submission.id} return`)
  const [pressed, setPressed] = useState(false)
  const [busy, setBusy] = useState(false)
  const [failed, setFailed] = useState<unknown>(null)
  const note = useRef({ id: newId(), text: '' })
  const form = useRef<HTMLFormElement>(null)
  const saving = useIsMutating({ mutationKey: savingNote(submission.id) }) > 0
  const unsaid = open.length === 0 && text.trim() === ''
  const errors = pressed ? scopeErrors(scope, dates.today()) : {}
  const noNote = pressed && unsaid && !saving

  function cancel(): void {
    forget()
    onClose()
  }
  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault()
    setPressed(true)
    const wrong = Object.keys(scopeErrors(scope, dates.today())).length > 0
    if (wrong || unsaid) {
      requestAnimationFrame(() => form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus())
      return
    }
    setBusy(true)
    setFailed(null)
    try {
      await writeNote(text.trim())
      await onMove({ move: 'return', body: scopeBody(scope, dates) })
    } catch (error) {
      setFailed(error)
    } finally {
      setBusy(false)
    }
  }

  /** Written once, though the move after it may have to be pressed again. */
  async function writeNote(words: string): Promise<void> {
    if (words === '' || words === note.current.text) return
    const id = note.current.text === '' ? note.current.id : newId()
    await api('POST /submissions/:id/notes', { params: { id: submission.id }, body: { id, anchor: '', text: words } })
    note.current = { id, text: words }
    forget()
  }

  return (
    <Dialog
      open
      onClose={cancel}
      title={`Kembalikan kepada ${submission.office.shortName}`}
      large
      foot={
        <>
          <Button onClick={cancel}>Batal</Button>
          <Button
            kind="primary"
            type="submit"
            form="kembalikan"
            icon="return"
            busy={busy && 'Mengembalikan…'}
            whyNot={saving && unsaid && 'Catatan Anda masih disimpan.'}
          >
            Kembalikan
          </Button>
        </>
      }
    >
      <form id="kembalikan" ref={form} onSubmit={submit} noValidate className={styles.form}>
        <OpenNotes notes={open} names={sheet.read.names} />
        <TextArea
          label="Catatan untuk laporan seluruhnya"
          optional={open.length > 0 || saving}
          hint={
            open.length === 0 && !saving ? 'Belum ada catatan terbuka. Tulis apa yang perlu diperbaiki.' : undefined
          }
          error={noNote ? 'Tulis paling sedikit satu catatan, di sini atau pada isiannya.' : undefined}
          maxLength={4000}
          value={text}
          onChange={event => setText(event.target.value)}
        />
        <AnswerScope scope={scope} errors={errors} rows={sheet.rows} onChange={setScope} />
        <MoveProblem error={failed} onRefresh={onRefresh} />
      </form>
    </Dialog>
  )
}

/** The notes the office will have to answer. */
function OpenNotes({ notes, names }: { notes: readonly Note[]; names: { anchor: (at: string) => string } }) {
  if (notes.length === 0) return null
  return (
    <div>
      <h3>Catatan terbuka yang perlu dijawab ({notes.length})</h3>
      <ul className={styles.notes}>
        {notes.map(note => (
          <li key={note.id}>
            <strong>{names.anchor(note.anchor)}</strong>
            <span>{note.text}</span>
          </li>
        ))}
      </ul>
    </div>
  )
}
