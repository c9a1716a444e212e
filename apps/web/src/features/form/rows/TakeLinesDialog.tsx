import type { LinesRead, LinesReader } from '@sepakat/rules'
import { useMemo, useState } from 'react'
import { announce } from '../../../ui/announce.ts'
import { Button } from '../../../ui/Button.tsx'
import { Callout } from '../../../ui/Callout.tsx'
import { FileDrop } from '../../../ui/FileDrop.tsx'
import { Dialog } from '../../../ui/Modal.tsx'
import { TextArea } from '../../../ui/TextArea.tsx'
import { useForm } from '../FormContext.ts'
import { clipboardText, pastedLines } from '../model/pastedBlock.ts'
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

/** A spreadsheet as the lines it would be on the clipboard; the reader of workbooks comes only when one is chosen. */
async function linesOfFile(file: File | undefined): Promise<string> {
  if (!file) return ''
  if (!file.name.toLowerCase().endsWith('.xlsx')) return file.text()
  const { readXlsx } = await import('../../../lib/xlsx/readXlsx.ts')
  return clipboardText(await readXlsx(file))
}

/** Rows from a spreadsheet, pasted or from a file, shown before anything is added. */
export function TakeLinesDialog({
  lines: { title, help, read },
  onClose,
}: {
  lines: LinesReader
  onClose: () => void
}) {
  const { store } = useForm()
  const [text, setText] = useState('')
  const [unreadable, setUnreadable] = useState(false)
  const found: LinesRead = useMemo(
    () => (text.trim() === '' ? { rows: [], notes: [] } : read(pastedLines(text), store.cells.answers())),
    [text, read, store],
  )
  const counts = countLines(found.rows)
  const nothing = counts.added + counts.filled === 0
  const readFile = (file: File | undefined) =>
    linesOfFile(file).then(
      lines => {
        setText(lines)
        setUnreadable(false)
      },
      () => setUnreadable(true),
    )
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
          <Button kind="primary" whyNot={nothing && 'Belum ada baris yang dapat dimasukkan.'} onClick={take}>
            Masukkan
          </Button>
        </>
      }
    >
      <p>{help}</p>
      <TextArea
        label="Baris dari lembar kerja"
        hint="Salin dari lembar kerja beserta judul kolomnya, lalu tempel di sini."
        rows={6}
        value={text}
        onChange={event => setText(event.target.value)}
      />
      <FileDrop
        label="Pilih berkas berisi baris itu"
        hint="XLSX (lembar pertama), atau teks yang dipisah tab."
        accept=".xlsx,.tsv,.txt"
        onFiles={([file]) => void readFile(file)}
      />
      {unreadable && (
        <Callout tone="wrong" live>
          Berkas ini tidak terbaca. Simpan sebagai XLSX atau teks yang dipisah tab, atau salin dan tempel barisnya.
        </Callout>
      )}
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
