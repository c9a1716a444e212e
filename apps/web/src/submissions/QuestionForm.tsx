import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import { saidOf } from '#sync/problems/ProblemError.ts'
import { useDraftText } from '#sync/session/useDraftText.ts'
import { invalidate } from '#sync/transport/invalidate.ts'
import { useIntention } from '#sync/transport/useIntention.ts'
import { announce } from '#ui/announce.ts'
import { Button } from '#ui/Button.tsx'
import { Callout } from '#ui/Callout.tsx'
import { TextArea } from '#ui/TextArea.tsx'
import styles from './Questions.module.css'

interface QuestionFormProps {
  /** What it is about: its text is kept under this name until it is sent. */
  place: string
  label: string
  hint?: string
  /** Said where nothing was written. */
  missing: string
  button: ReactNode
  small?: boolean
  /** The field has the focus as it appears. */
  focused?: boolean
  sent: string
  /** @param id of this text: the same one pressed again after a lost response acts once */
  send: (text: string, id: string) => Promise<unknown>
  onSent?: () => void
}

/** A text that asks about a figure or answers that. */
export function QuestionForm({ place, label, hint, missing, button, small, focused, ...sending }: QuestionFormProps) {
  const client = useQueryClient()
  const [text, setText, forget] = useDraftText(place)
  const [pressed, setPressed] = useState(false)
  const idOf = useIntention()
  const area = useRef<HTMLTextAreaElement>(null)
  useEffect(() => {
    if (focused) area.current?.focus()
  }, [focused])
  const said = text.trim()
  const save = useMutation({
    mutationFn: () => sending.send(said, idOf([place, said])),
    onSuccess: () => {
      announce(sending.sent)
      // the same words once more are another text
      idOf(null)
      forget()
      setText('')
      setPressed(false)
      sending.onSent?.()
    },
    onSettled: () => invalidate(client, 'GET /questions'),
  })
  function submit(event: FormEvent): void {
    event.preventDefault()
    setPressed(true)
    if (said !== '' && !save.isPending) save.mutate()
  }
  return (
    <form onSubmit={submit} noValidate className={styles.form}>
      <TextArea
        ref={area}
        label={label}
        hint={hint}
        value={text}
        maxLength={4000}
        onChange={event => setText(event.target.value)}
        error={pressed && said === '' ? missing : undefined}
      />
      <Button type="submit" kind={small ? 'secondary' : 'primary'} small={small} busy={save.isPending && 'Mengirim…'}>
        {button}
      </Button>
      {save.isError && (
        <Callout tone="wrong" live>
          {saidOf(save.error)}
        </Callout>
      )}
    </form>
  )
}
