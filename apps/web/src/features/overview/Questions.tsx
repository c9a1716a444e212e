import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { QuestionItem } from '#submissions/QuestionItem.tsx'
import styles from '#submissions/Questions.module.css'
import { type Question, questionsAt } from '#submissions/questionWords.ts'
import { questionsQuery } from '#submissions/sharedQueries.ts'
import { saidOf } from '#sync/problems/ProblemError.ts'
import { useIsOfOffice } from '#sync/session/me.tsx'
import { useDraftText } from '#sync/session/useDraftText.ts'
import { api } from '#sync/transport/api.ts'
import { invalidate } from '#sync/transport/invalidate.ts'
import { useIntention } from '#sync/transport/useIntention.ts'
import { announce } from '#ui/announce.ts'
import { Button } from '#ui/Button.tsx'
import { Callout } from '#ui/Callout.tsx'
import { Part } from '#ui/Part.tsx'
import type { FigurePlace } from '#ui/paths.ts'
import { TextArea } from '#ui/TextArea.tsx'
import { useBroughtTo } from '#ui/useBroughtTo.ts'

/** The report that is asked about. */
interface AskedReport {
  submission: string
  office: Question['office']
}

/** What was asked about the figure at a place, in each number of its report. */
export function useQuestionsAt(place: FigurePlace) {
  const { form, period } = place
  const all = useQuery(questionsQuery({ form, period }))
  return { questions: questionsAt(all.data?.items, place), pending: all.isPending }
}

/**
 * What was asked about this figure, with the office's answers, also when the figure no longer counts; who reads it from outside
 * the office may ask about one that does (`ask`).
 */
export function Questions({ place, ask }: { place: FigurePlace; ask: AskedReport | null }) {
  const ofOffice = useIsOfOffice()
  const { questions } = useQuestionsAt(place)
  const asks = ask !== null && !ofOffice
  const takesFocus = useBroughtTo('#penjelasan')
  if (!asks && questions.length === 0) return null
  return (
    <Part title="Penjelasan atas angka ini" takesFocus={takesFocus}>
      {questions.map(question => (
        <QuestionItem key={question.id} question={question} />
      ))}
      {asks && <AskForm report={ask} place={place} />}
    </Part>
  )
}

function AskForm({ report: { submission, office }, place }: { report: AskedReport; place: FigurePlace }) {
  const client = useQueryClient()
  const { code, row } = place
  const [open, setOpen] = useState(false)
  const [text, setText, forget] = useDraftText(`question about ${submission} ${code} ${row}`)
  const [pressed, setPressed] = useState(false)
  // a new text is another question; the same one sent again is not
  const idOf = useIntention()
  const again = useRef<HTMLButtonElement>(null)
  const [asked, setAsked] = useState(0)
  const area = useRef<HTMLTextAreaElement>(null)
  useEffect(() => {
    if (open) area.current?.focus()
  }, [open])
  useEffect(() => {
    if (asked > 0) again.current?.focus()
  }, [asked])
  const ask = useMutation({
    mutationFn: () =>
      api('POST /submissions/:id/questions', {
        params: { id: submission },
        body: { id: idOf({ submission, code, row, text: text.trim() }), code, row, text: text.trim() },
      }),
    onSuccess: () => {
      announce('Permintaan penjelasan dikirim.')
      forget()
      setText('')
      setPressed(false)
      setOpen(false)
      idOf(null)
      setAsked(n => n + 1)
    },
    onSettled: () => invalidate(client, 'GET /questions'),
  })
  if (!open)
    return (
      <Button ref={again} icon="note" onClick={() => setOpen(true)}>
        Minta penjelasan
      </Button>
    )
  function submit(event: FormEvent): void {
    event.preventDefault()
    setPressed(true)
    if (text.trim() !== '' && !ask.isPending) ask.mutate()
  }
  return (
    <form onSubmit={submit} noValidate className={styles.form}>
      <TextArea
        ref={area}
        label="Yang ingin Anda ketahui"
        hint={`Sampai ke ${office.name}. Laporannya tetap seperti sekarang.`}
        value={text}
        maxLength={4000}
        onChange={event => setText(event.target.value)}
        error={pressed && text.trim() === '' ? 'Tulis pertanyaannya.' : undefined}
      />
      <Button type="submit" kind="primary" busy={ask.isPending && 'Mengirim…'}>
        Kirim ke {office.shortName}
      </Button>
      {ask.isError && (
        <Callout tone="wrong" live>
          {saidOf(ask.error)}
        </Callout>
      )}
    </form>
  )
}
