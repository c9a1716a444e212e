import { clipboardText, mostPasted } from '@sepakat/documents/spreadsheet/pastedBlock.ts'
import { useState } from 'react'
import { LinesFile } from './LinesFile.tsx'
import { TextArea } from './TextArea.tsx'

/** Rows of a spreadsheet, pasted or from a file, in clipboard format. */
export function LinesInput({ text, onText }: { text: string; onText: (text: string) => void }) {
  const [isTooLong, setTooLong] = useState(false)
  function take(given: string): void {
    setTooLong(given.length > mostPasted)
    if (given.length <= mostPasted) onText(given)
  }
  return (
    <>
      <TextArea
        label="Baris dari Excel"
        hint="Salin dari Excel beserta judul kolomnya, lalu tempel di sini."
        error={isTooLong ? 'Terlalu banyak sekaligus. Tempel sebagian dahulu, lalu sisanya.' : undefined}
        rows={6}
        value={text}
        onChange={event => take(event.target.value)}
      />
      <LinesFile
        label="Pilih berkas berisi baris itu"
        hint="XLSX (lembar pertama), atau teks yang dipisah tab."
        onLines={lines => take(clipboardText(lines))}
      />
    </>
  )
}
