import { type NomenclatureRead, readNomenclature } from '@sepakat/rules/nomenclature/readNomenclature.ts'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import styles from '#administration/Admin.module.css'
import { ProblemPanel } from '#sync/problems/ProblemPanel.tsx'
import { useDates } from '#sync/session/me.tsx'
import { Button } from '#ui/Button.tsx'
import { LinesFile } from '#ui/LinesFile.tsx'
import { count } from '#ui/numbers.ts'
import { SelectField } from '#ui/SelectField.tsx'
import { Table } from '#ui/Table.tsx'
import page from './ImportCodes.module.css'
import { levelWords } from './levelWords.ts'
import { saveCodes } from './queries.ts'

/** Imports a list of codes from a workbook or text, after a preview. */
export function ImportCodes({ onDone }: { onDone: (sentence: string) => Promise<void> }) {
  const thisYear = useDates().year()
  const [year, setYear] = useState(thisYear)
  const [found, setFound] = useState<NomenclatureRead | null>(null)
  const save = useMutation({
    mutationFn: () => saveCodes(year, found?.codes ?? []),
    onSuccess: async () => {
      setFound(null)
      await onDone(`${count(found?.codes.length ?? 0)} kode disimpan dalam daftar tahun ${year}.`)
    },
  })
  const years = [thisYear + 1, thisYear, thisYear - 1, thisYear - 2].map(String)
  return (
    <div className={styles.form}>
      <SelectField
        label="Mulai tahun"
        hint="Dipakai untuk laporan tahun ini dan sesudahnya, sampai ada daftar yang lebih baru."
        value={String(year)}
        onChange={value => setYear(Number(value))}
        options={years.map(value => ({ value, label: value }))}
      />
      <LinesFile
        label="Pilih berkas daftar"
        hint="XLSX (lembar pertama) atau teks yang dipisah tab, dengan judul kolom: kode, nama, dan bila ada indikator dan satuan. Boleh semua tingkat, boleh sub kegiatan saja."
        onLines={lines => setFound(readNomenclature(lines))}
      />
      {found && <Preview read={found} />}
      {save.isError && <ProblemPanel error={save.error} onRetry={() => save.mutate()} />}
      {found && (
        <div className={styles.buttons}>
          <Button
            kind="primary"
            busy={save.isPending && 'Menyimpan…'}
            whyNot={found.codes.length === 0 && 'Tidak ada kode yang terbaca dari berkas ini.'}
            onClick={() => save.mutate()}
          >
            Simpan ke daftar tahun {year}
          </Button>
        </div>
      )}
    </div>
  )
}

/** How many codes a user checks before trusting the rest. */
const shown = 10

function Preview({ read: { codes, counts, unitless, notes } }: { read: NomenclatureRead }) {
  return (
    <section aria-label="Pratinjau" aria-live="polite" className={page.preview}>
      <p>
        <strong>{codes.length === 0 ? 'Tidak ada kode yang terbaca.' : `Terbaca ${levelWords(counts)}.`}</strong>
      </p>
      <Listed title="Sub kegiatan tanpa satuan" lines={unitless.map(({ code, name }) => `${code} ${name}`)} />
      <Listed title="Catatan" lines={notes} />
      {codes.length > 0 && (
        <Table
          captionShown
          caption={codes.length > shown ? `${shown} dari ${count(codes.length)} kode` : 'Kode yang terbaca'}
          rows={codes.slice(0, shown)}
          rowKey={one => one.code}
          columns={[
            { id: 'code', head: 'Kode', rowHead: true, cell: one => one.code },
            { id: 'name', head: 'Nama', cell: one => one.name },
            { id: 'indicator', head: 'Indikator', cell: one => one.indicator },
            { id: 'unit', head: 'Satuan', cell: one => one.unit },
          ]}
        />
      )}
    </section>
  )
}

function Listed({ title, lines }: { title: string; lines: string[] }) {
  if (lines.length === 0) return null
  return (
    <details>
      <summary>
        {title} ({count(lines.length)})
      </summary>
      <ul className={page.listed}>
        {lines.map(line => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </details>
  )
}
