import { certainText } from '@sepakat/rules/numbers/certainText.ts'
import { archiveMark } from '@sepakat/rules/words/sourceWords.ts'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import styles from '#administration/Admin.module.css'
import { adminCrumbs } from '#administration/adminCrumbs.ts'
import { ProblemPanel } from '#sync/problems/ProblemPanel.tsx'
import { api } from '#sync/transport/api.ts'
import { Button } from '#ui/Button.tsx'
import { Callout } from '#ui/Callout.tsx'
import { LinesInput } from '#ui/LinesInput.tsx'
import { PageHead } from '#ui/PageHead.tsx'
import { Part, Parts } from '#ui/Part.tsx'
import { Said, useSaid } from '#ui/useSaid.tsx'
import { ArchivePreview, countOf, countWords } from './ArchivePreview.tsx'
import { ArchiveTemplate } from './ArchiveTemplate.tsx'
import { type ArchiveLine, archiveLines } from './archiveLines.ts'

/** Imports values from before the system from a spreadsheet, after a preview line by line. */
export default function ArchivePage() {
  const [text, setText] = useState('')
  const [sent, setSent] = useState<ArchiveLine[]>([])
  const { said, say } = useSaid()
  const preview = useMutation({
    mutationFn: (lines: ArchiveLine[]) => api('POST /archive/preview', { body: { lines } }),
  })
  const bring = useMutation({
    mutationFn: () => api('POST /archive', { body: { lines: sent } }),
    onSuccess: ({ lines }) => {
      say(`Dibawa masuk: ${countWords(lines)}.`)
      preview.reset()
      setText('')
    },
  })
  const lines = archiveLines(text)
  const judged = preview.data?.lines ?? []
  const useful = countOf(judged, 'new') + countOf(judged, 'changed')

  function look(next: ArchiveLine[]): void {
    say(null)
    setSent(next)
    preview.mutate(next)
  }

  return (
    <>
      <PageHead
        title="Data sebelum SEPAKAT"
        crumbs={adminCrumbs([], 'Data sebelum SEPAKAT')}
        intro={
          <p>
            Nilai tahun-tahun sebelum SEPAKAT dipakai, agar nilai tahun lalu dan pertumbuhan sudah tampak pada tahun
            pertama. Selalu bertanda “{archiveMark}”, dan tidak dihitung pada ringkasan daerah.
          </p>
        }
      />
      <Parts>
        <Said said={said} />
        <Part title="1. Siapkan lembar Excel">
          <p className={styles.note}>
            Satu baris satu nilai: perangkat daerah, formulir, periode, baris, isian, nilai. Baris yang nilainya kosong
            dilewati.
          </p>
          <ArchiveTemplate />
        </Part>
        <Part title="2. Tempel atau pilih berkasnya">
          <LinesInput text={text} onText={setText} />
          <div className={styles.buttons}>
            <Button
              kind="primary"
              busy={preview.isPending && 'Memeriksa…'}
              whyNot={lines.length === 0 && 'Belum ada baris yang bernilai.'}
              onClick={() => look(lines)}
            >
              Periksa {lines.length > 0 && `${lines.length} baris`}
            </Button>
          </div>
          {preview.isError && <ProblemPanel error={preview.error} />}
        </Part>
        {preview.data && (
          <Part title="3. Periksa, lalu bawa masuk" takesFocus>
            <Callout tone={useful > 0 ? 'info' : 'warn'} title={`${countWords(judged)}.`}>
              {useful > 0
                ? 'Yang baru dan yang diperbaiki dibawa masuk; yang lain tidak mengubah apa pun.'
                : 'Tidak ada yang dapat dibawa masuk.'}
            </Callout>
            <ArchivePreview
              lines={judged}
              onChoose={(at, reading) =>
                look(sent.map((line, n) => (n === at ? { ...line, value: certainText(reading) } : line)))
              }
            />
            <div className={styles.buttons}>
              <Button
                kind="primary"
                busy={bring.isPending && 'Membawa masuk…'}
                whyNot={useful === 0 && 'Tidak ada nilai yang baru atau diperbaiki.'}
                onClick={() => bring.mutate()}
              >
                Bawa masuk {useful} nilai
              </Button>
            </div>
            {bring.isError && <ProblemPanel error={bring.error} />}
          </Part>
        )}
      </Parts>
    </>
  )
}
