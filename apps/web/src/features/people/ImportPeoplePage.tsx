import { headings, readColumns, type SheetColumn } from '@sepakat/documents/spreadsheet/readColumns.ts'
import { typedDay } from '@sepakat/rules/periods/dates.ts'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import styles from '#administration/Admin.module.css'
import { adminCrumbs } from '#administration/adminCrumbs.ts'
import type { BodyOf } from '#sync/apiTypes.ts'
import { ProblemPanel } from '#sync/problems/ProblemPanel.tsx'
import { useDates } from '#sync/session/me.tsx'
import { api } from '#sync/transport/api.ts'
import { useInvalidate } from '#sync/transport/invalidate.ts'
import { Button } from '#ui/Button.tsx'
import { LinesInput } from '#ui/LinesInput.tsx'
import { PageHead } from '#ui/PageHead.tsx'
import { Part, Parts } from '#ui/Part.tsx'
import { saveFile } from '#ui/saveFile.ts'
import { IssuedCodes } from './IssuedCodes.tsx'
import { PeoplePreview } from './PeoplePreview.tsx'

/** Imports people from a spreadsheet after a preview row by row, each with a code of their own. */
export function ImportPeoplePage() {
  const invalidate = useInvalidate()
  const today = useDates().today()
  const [text, setText] = useState('')
  const [sent, setSent] = useState<PersonRow[]>([])
  const preview = useMutation({
    mutationFn: (people: PersonRow[]) => api('POST /people/import/preview', { body: { people } }),
  })
  const add = useMutation({
    mutationFn: () => api('POST /people/import', { body: { people: sent } }),
    onSuccess: () => invalidate('GET /people'),
  })
  const rows = personRows(text)
  const judged = preview.data?.lines ?? []
  const fresh = judged.filter(({ result }) => result === 'new').length

  async function download(): Promise<void> {
    const { writeApart } = await import('#ui/spreadsheetApart.ts')
    saveFile(await writeApart([headings(personColumns), exampleRow(typedDay(today))]), 'Daftar orang.xlsx')
  }

  return (
    <>
      <PageHead
        title="Tambah orang dari Excel"
        crumbs={adminCrumbs(['orang'], 'Dari Excel')}
        intro="Satu baris satu orang dengan jabatan pertamanya. Setiap orang yang ditambahkan mendapat kode masuk sekali pakai, dicetak sebagai slip."
      />
      <Parts>
        {add.isSuccess ? (
          <IssuedCodes {...add.data} />
        ) : (
          <>
            <Part
              title="1. Tempel atau pilih berkasnya"
              actions={
                <Button icon="download" onClick={() => void download()}>
                  Unduh contoh
                </Button>
              }
            >
              <p className={styles.note}>
                Kolomnya: nama, NIP, nama pengguna, perangkat daerah, peran, jenis laporan, mulai, sampai. Cukup NIP
                atau nama pengguna. Jenis laporan yang kosong berarti semua; mulai yang kosong berarti hari ini.
              </p>
              <LinesInput text={text} onText={setText} />
              <div className={styles.buttons}>
                <Button
                  kind="primary"
                  busy={preview.isPending && 'Memeriksa…'}
                  whyNot={rows.length === 0 && 'Belum ada baris.'}
                  onClick={() => {
                    setSent(rows)
                    preview.mutate(rows)
                  }}
                >
                  Periksa {rows.length > 0 && `${rows.length} orang`}
                </Button>
              </div>
              {preview.isError && <ProblemPanel error={preview.error} />}
            </Part>
            {preview.data && (
              <Part title="2. Periksa, lalu tambahkan" takesFocus>
                <PeoplePreview lines={judged} />
                <div className={styles.buttons}>
                  <Button
                    kind="primary"
                    busy={add.isPending && 'Menambahkan…'}
                    whyNot={fresh === 0 && 'Tidak ada orang yang dapat ditambahkan.'}
                    onClick={() => add.mutate()}
                  >
                    Tambah {fresh} orang
                  </Button>
                </div>
                {add.isError && <ProblemPanel error={add.error} />}
              </Part>
            )}
          </>
        )}
      </Parts>
    </>
  )
}

type PersonRow = BodyOf<'POST /people/import'>['people'][number]

const personColumns: readonly SheetColumn<keyof PersonRow>[] = [
  { id: 'name', names: ['Nama', 'Nama lengkap'] },
  { id: 'nip', names: ['NIP'] },
  { id: 'username', names: ['Nama pengguna'] },
  { id: 'office', names: ['Perangkat daerah', 'OPD'] },
  { id: 'role', names: ['Peran'] },
  { id: 'reportTypes', names: ['Jenis laporan', 'Laporan'] },
  { id: 'from', names: ['Mulai', 'Mulai tanggal'] },
  { id: 'to', names: ['Sampai', 'Sampai tanggal'] },
]

const personRows = (text: string): PersonRow[] => readColumns(text, personColumns)

/** An example row for the template. */
const exampleRow = (today: string): string[] => [
  'Siti Aminah, S.E.',
  '198503032010012003',
  '',
  'Dinas Kesehatan',
  'Operator',
  'SPM, LPPD',
  today,
  '',
]
