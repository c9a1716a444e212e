import { pastedLines } from '@sepakat/documents/spreadsheet/pastedBlock.ts'
import type { LinesRead, LinesReader } from '@sepakat/rules'
import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { listedCodesQuery } from '#submissions/listedCodesQuery.ts'
import { ActDialog } from '#sync/problems/ActDialog.tsx'
import { announce } from '#ui/announce.ts'
import { RadioGroup } from '#ui/ChoiceGroup.tsx'
import { LinesInput } from '#ui/LinesInput.tsx'
import { useForm } from '../../FormContext.ts'
import { countLines, type LinesCount, takeLines } from '../../model/takeLines.ts'
import { LinesPreview } from './LinesPreview.tsx'

const linesWords = ({ added, filled, differs }: LinesCount): string =>
  [
    `${added} baris baru`,
    filled > 0 && `${filled} isian kosong dilengkapi pada baris yang sudah ada`,
    differs > 0 && `${differs} isian berbeda dibiarkan`,
  ]
    .filter(Boolean)
    .join(', ')

const noLines: string[][] = []

/** Imports rows from a spreadsheet, pasted or from a file, after a preview. */
export function TakeLinesDialog({
  lines: { title, help, codes, read },
  onClose,
}: {
  lines: LinesReader
  onClose: () => void
}) {
  const { store, scope } = useForm()
  const [text, setText] = useState('')
  const lines = useMemo(() => (text.trim() === '' ? noLines : pastedLines(text)), [text])
  const asked = useMemo(() => codes?.(lines) ?? [], [codes, lines])
  const listed = useQuery({ ...listedCodesQuery(Number(scope.period.slice(0, 4)), asked), enabled: asked.length > 0 })
  const [chosen, setChosen] = useState<Record<string, string>>({})
  const found: LinesRead = useMemo(
    () => read(lines, store.cells.answers(), listed.data, chosen),
    [lines, listed.data, read, store, chosen],
  )
  const questions = found.questions ?? []
  const unanswered = questions.some(({ id, needed }) => needed && chosen[id] === undefined)
  const counts = countLines(found.rows)
  const nothing = counts.added + counts.filled === 0
  function take(): void {
    takeLines(store, found.rows)
    announce(`${linesWords(counts)}.`)
    onClose()
  }
  return (
    <ActDialog
      title={title}
      action="Masukkan"
      busy="Mencari nama kode…"
      whyNot={
        nothing
          ? 'Belum ada baris yang dapat dimasukkan.'
          : unanswered && 'Jawab dahulu pertanyaan di bawah baris yang ditempel.'
      }
      doing={{ isPending: listed.isLoading }}
      onAct={take}
      onClose={onClose}
    >
      <p>{help}</p>
      <LinesInput text={text} onText={setText} />
      {text.trim() !== '' && (
        <>
          {questions.map(({ id, text: asked, options, needed }) => (
            <RadioGroup
              key={id}
              label={asked}
              optional={!needed}
              options={options.map(option => ({ value: option.id, label: option.label }))}
              value={chosen[id] ?? ''}
              onChange={option => setChosen({ ...chosen, [id]: option })}
            />
          ))}
          <LinesPreview found={found} summary={`${linesWords(counts)}.`} />
        </>
      )}
    </ActDialog>
  )
}
