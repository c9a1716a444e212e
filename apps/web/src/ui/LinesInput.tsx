import { useState } from 'react'
import { clipboardText } from '../lib/pastedBlock.ts'
import { linesOfFile } from '../lib/xlsx/linesOfFile.ts'
import { Callout } from './Callout.tsx'
import { FileDrop } from './FileDrop.tsx'
import { TextArea } from './TextArea.tsx'

/** Rows of a spreadsheet, pasted or from a file, as the text they are on the clipboard. */
export function LinesInput({ text, onText }: { text: string; onText: (text: string) => void }) {
  const [unreadable, setUnreadable] = useState(false)
  async function read(file: File | undefined): Promise<void> {
    try {
      if (file) onText(clipboardText(await linesOfFile(file)))
      setUnreadable(false)
    } catch {
      setUnreadable(true)
    }
  }
  return (
    <>
      <TextArea
        label="Baris dari Excel"
        hint="Salin dari Excel beserta judul kolomnya, lalu tempel di sini."
        rows={6}
        value={text}
        onChange={event => onText(event.target.value)}
      />
      <FileDrop
        label="Pilih berkas berisi baris itu"
        hint="XLSX (lembar pertama), atau teks yang dipisah tab."
        accept=".xlsx,.tsv,.txt"
        onFiles={([file]) => void read(file)}
      />
      {unreadable && (
        <Callout tone="wrong" live>
          Berkas ini tidak terbaca. Simpan sebagai XLSX atau teks yang dipisah tab, atau salin dan tempel barisnya.
        </Callout>
      )}
    </>
  )
}
