import { TooLargeToRead } from '@sepakat/documents/spreadsheet/fileFaults.ts'
import { mostPasted, pastedLines } from '@sepakat/documents/spreadsheet/pastedBlock.ts'
import { useEffect, useRef, useState } from 'react'
import { Button } from './Button.tsx'
import { Callout } from './Callout.tsx'
import { FileDrop } from './FileDrop.tsx'

export interface LinesFileProps {
  label: string
  hint: string
  onLines: (lines: string[][]) => void
}

const unreadable =
  'Berkas ini tidak terbaca. Simpan sebagai XLSX atau teks yang dipisah tab, atau salin dan tempel barisnya.'
const tooLarge =
  'Berkas ini terlalu besar untuk dibaca di sini. Simpan lembar yang diperlukan saja, paling banyak 20.000 baris, lalu pilih lagi.'

/** Chooses a workbook or a text file and reads its rows; a slow read can be cancelled. */
export function LinesFile({ label, hint, onLines }: LinesFileProps) {
  const [fault, setFault] = useState<string | null>(null)
  const [reading, setReading] = useState<string | null>(null)
  const started = useRef<AbortController>(null)
  useEffect(() => () => started.current?.abort(), [])

  async function read(file: File | undefined): Promise<void> {
    if (!file) return
    started.current?.abort()
    const own = new AbortController()
    started.current = own
    setFault(null)
    setReading(file.name)
    try {
      const lines = await linesOfFile(file, own.signal)
      if (!own.signal.aborted) onLines(lines)
    } catch (error) {
      if (!own.signal.aborted) setFault(error instanceof TooLargeToRead ? tooLarge : unreadable)
    } finally {
      if (started.current === own) setReading(null)
    }
  }
  return (
    <>
      <FileDrop label={label} hint={hint} accept=".xlsx,.tsv,.txt" onFiles={([file]) => void read(file)} />
      {reading && (
        <p role="status">
          Membaca {reading}… <Button onClick={() => started.current?.abort()}>Batal</Button>
        </p>
      )}
      {fault && (
        <Callout tone="wrong" live>
          {fault}
        </Callout>
      )}
    </>
  )
}

/**
 * The first sheet of a workbook, or tab-separated text, as rows of cells. The workbook reader is loaded on demand.
 * @throws UnreadableArchive for a broken workbook, TooLargeToRead
 */
async function linesOfFile(file: File, signal?: AbortSignal): Promise<string[][]> {
  if (file.name.toLowerCase().endsWith('.xlsx')) {
    const { readApart } = await import('./spreadsheetApart.ts')
    return readApart(file, signal)
  }
  if (file.size > mostPasted) throw new TooLargeToRead('text')
  return pastedLines(await file.text())
}
