import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { QuestionForm } from '#submissions/QuestionForm.tsx'
import { QuestionItem } from '#submissions/QuestionItem.tsx'
import { type Question, questionsAt } from '#submissions/questionWords.ts'
import { questionsQuery } from '#submissions/sharedQueries.ts'
import { useIsOfOffice } from '#sync/session/me.tsx'
import { api } from '#sync/transport/api.ts'
import { Button } from '#ui/Button.tsx'
import { Part } from '#ui/Part.tsx'
import type { FigurePlace } from '#ui/paths.ts'
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
  const { code, row } = place
  const [open, setOpen] = useState(false)
  const again = useRef<HTMLButtonElement>(null)
  const [asked, setAsked] = useState(0)
  useEffect(() => {
    if (asked > 0) again.current?.focus()
  }, [asked])
  if (!open)
    return (
      <Button ref={again} icon="note" onClick={() => setOpen(true)}>
        Minta penjelasan
      </Button>
    )
  return (
    <QuestionForm
      place={`question about ${submission} ${code} ${row}`}
      label="Yang ingin Anda ketahui"
      hint={`Sampai ke ${office.name}. Laporannya tetap seperti sekarang.`}
      missing="Tulis pertanyaannya."
      button={`Kirim ke ${office.shortName}`}
      focused
      sent="Permintaan penjelasan dikirim."
      send={(text, id) =>
        api('POST /submissions/:id/questions', { params: { id: submission }, body: { id, code, row, text } })
      }
      onSent={() => {
        setOpen(false)
        setAsked(n => n + 1)
      }}
    />
  )
}
