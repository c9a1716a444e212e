import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useRef, useState } from 'react'
import { saidOf } from '#sync/problems/ProblemError.ts'
import { useDates, useIsOfOffice } from '#sync/session/me.tsx'
import { useDraftText } from '#sync/session/useDraftText.ts'
import { api } from '#sync/transport/api.ts'
import { invalidate } from '#sync/transport/invalidate.ts'
import { useIntention } from '#sync/transport/useIntention.ts'
import { announce } from '#ui/announce.ts'
import { Button } from '#ui/Button.tsx'
import { Callout } from '#ui/Callout.tsx'
import { TextArea } from '#ui/TextArea.tsx'
import styles from './Questions.module.css'
import { QuestionTag } from './QuestionTag.tsx'
import type { Question } from './questionWords.ts'

/** A question with its answers; its office answers here, and who asked closes it. */
export function QuestionItem({ question }: { question: Question }) {
  const dates = useDates()
  const ofOffice = useIsOfOffice()
  const box = useRef<HTMLElement>(null)
  const isOpen = question.status !== 'closed'
  return (
    <article
      ref={box}
      tabIndex={-1}
      className={styles.question}
      aria-label={`Permintaan penjelasan: ${question.text.slice(0, 60)}`}
    >
      <QuestionTag questions={[question]} />
      <p className={styles.words}>{question.text}</p>
      <small>
        {question.by.name}, {dates.short(question.at)} · pada kiriman ke-{question.revision}
      </small>
      {question.answers.map(answer => (
        <blockquote key={answer.at} className={styles.answer}>
          <p className={styles.words}>{answer.text}</p>
          <small>
            Jawaban {answer.by.name}, {dates.short(answer.at)}
          </small>
        </blockquote>
      ))}
      {isOpen && ofOffice && <AnswerForm question={question} />}
      {question.mayClose && !ofOffice && <CloseButton question={question} onClosed={() => box.current?.focus()} />}
    </article>
  )
}

function AnswerForm({ question }: { question: Question }) {
  const client = useQueryClient()
  const [text, setText, forget] = useDraftText(`question ${question.id}`)
  const [pressed, setPressed] = useState(false)
  const keyOf = useIntention()
  const save = useMutation({
    mutationFn: () =>
      api('POST /submissions/:id/questions/:question/answers', {
        params: { id: question.submission, question: question.id },
        body: { text: text.trim() },
        idempotencyKey: keyOf(text.trim()),
      }),
    onSuccess: () => {
      announce('Jawaban dikirim.')
      // the same words once more are another answer
      keyOf(null)
      forget()
      setText('')
      setPressed(false)
    },
    onSettled: () => invalidate(client, 'GET /questions'),
  })
  function submit(event: FormEvent): void {
    event.preventDefault()
    setPressed(true)
    if (text.trim() !== '' && !save.isPending) save.mutate()
  }
  return (
    <form onSubmit={submit} noValidate className={styles.form}>
      <TextArea
        label="Jawaban"
        value={text}
        maxLength={4000}
        onChange={event => setText(event.target.value)}
        error={pressed && text.trim() === '' ? 'Tulis jawabannya.' : undefined}
      />
      <Button type="submit" small busy={save.isPending && 'Mengirim…'}>
        Kirim jawaban
      </Button>
      {save.isError && (
        <Callout tone="wrong" live>
          {saidOf(save.error)}
        </Callout>
      )}
    </form>
  )
}

function CloseButton({ question, onClosed }: { question: Question; onClosed: () => void }) {
  const client = useQueryClient()
  const close = useMutation({
    mutationFn: () =>
      api('POST /submissions/:id/questions/:question/close', {
        params: { id: question.submission, question: question.id },
      }),
    onSuccess: () => {
      announce('Permintaan penjelasan ditutup.')
      onClosed()
    },
    onSettled: () => invalidate(client, 'GET /questions'),
  })
  return (
    <span>
      <Button small icon="check" busy={close.isPending && 'Menyimpan…'} onClick={() => close.mutate()}>
        Tutup permintaan ini
      </Button>
      {close.isError && (
        <Callout tone="wrong" live>
          {saidOf(close.error)}
        </Callout>
      )}
    </span>
  )
}
