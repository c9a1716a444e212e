import type { LinesRead, LinesReader } from '@sepakat/rules'
import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { listedQuery } from '../../../lib/nomenclature.ts'
import { pastedLines } from '../../../lib/pastedBlock.ts'
import { announce } from '../../../ui/announce.ts'
import { Button } from '../../../ui/Button.tsx'
import { LinesInput } from '../../../ui/LinesInput.tsx'
import { Dialog } from '../../../ui/Modal.tsx'
import { useForm } from '../FormContext.ts'
import { countLines, type LinesCount, takeLines } from '../model/takeLines.ts'
import styles from './TakeLinesDialog.module.css'

const linesWords = ({ added, filled, differs }: LinesCount): string =>
  [
    `${added} baris baru`,
    filled > 0 && `${filled} isian kosong dilengkapi pada baris yang sudah ada`,
    differs > 0 && `${differs} isian berbeda dibiarkan`,
  ]
    .filter(Boolean)
    .join(', ')

const noLines: string[][] = []

/** Rows from a spreadsheet, pasted or from a file, shown before anything is added. */
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
  const listed = useQuery({ ...listedQuery(Number(scope.period.slice(0, 4)), asked), enabled: asked.length > 0 })
  const found: LinesRead = useMemo(
    () => read(lines, store.cells.answers(), listed.data),
    [lines, listed.data, read, store],
  )
  const counts = countLines(found.rows)
  const nothing = counts.added + counts.filled === 0
  function take(): void {
    takeLines(store, found.rows)
    announce(`${linesWords(counts)}.`)
    onClose()
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title={title}
      foot={
        <>
          <Button onClick={onClose}>Batal</Button>
          <Button
            kind="primary"
            busy={listed.isLoading && 'Mencari nama kode…'}
            whyNot={nothing && 'Belum ada baris yang dapat dimasukkan.'}
            onClick={take}
          >
            Masukkan
          </Button>
        </>
      }
    >
      <p>{help}</p>
      <LinesInput text={text} onText={setText} />
      {text.trim() !== '' && <Preview found={found} counts={counts} />}
    </Dialog>
  )
}

/** As many rows as are read through before one trusts the rest. */
const shown = 20

function Preview({ found, counts }: { found: LinesRead; counts: LinesCount }) {
  return (
    <section className={styles.preview} aria-live="polite">
      <p>
        <strong>{linesWords(counts)}.</strong>
      </p>
      {found.notes.length > 0 && (
        <ul className={styles.notes}>
          {found.notes.map(note => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      )}
      <ul className={styles.rows}>
        {found.rows.slice(0, shown).map(({ key, id, cells }) => (
          <li key={key}>
            {Object.values(cells)
              .map(cell => (typeof cell === 'object' ? `“${cell.asTyped}” (perlu dipastikan)` : String(cell)))
              .join(' · ') || key}
            <span className={styles.state}> {id === null ? 'baru' : 'sudah ada'}</span>
          </li>
        ))}
      </ul>
      {found.rows.length > shown && <p className={styles.state}>dan {found.rows.length - shown} baris lainnya</p>}
    </section>
  )
}
