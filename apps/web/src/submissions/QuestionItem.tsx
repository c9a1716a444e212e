import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import { saidOf } from '#sync/problems/ProblemError.ts'
import { useDates, useIsOfOffice } from '#sync/session/me.tsx'
import { api } from '#sync/transport/api.ts'
import { invalidate } from '#sync/transport/invalidate.ts'
import { announce } from '#ui/announce.ts'
import { Button } from '#ui/Button.tsx'
import { Callout } from '#ui/Callout.tsx'
import { QuestionForm } from './QuestionForm.tsx'
import styles from './Questions.module.css'
import { QuestionTag } from './QuestionTag.tsx'
import type { Question } from './questionWords.ts'
import { SaidAnswers } from './SaidAnswers.tsx'

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
      <SaidAnswers answers={question.answers} />
      {isOpen && ofOffice && <AnswerForm question={question} />}
      {question.mayClose && !ofOffice && <CloseButton question={question} onClosed={() => box.current?.focus()} />}
    </article>
  )
}

const AnswerForm = ({ question: { id, submission } }: { question: Question }) => (
  <QuestionForm
    place={`question ${id}`}
    label="Jawaban"
    missing="Tulis jawabannya."
    button="Kirim jawaban"
    small
    sent="Jawaban dikirim."
    send={(text, idempotencyKey) =>
      api('POST /submissions/:id/questions/:question/answers', {
        params: { id: submission, question: id },
        body: { text },
        idempotencyKey,
      })
    }
  />
)

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
