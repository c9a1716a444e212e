import type { FieldId, Row } from '@sepakat/rules'
import { isVerified } from '@sepakat/rules/catalogue/rowsOf.ts'
import { kinds } from '@sepakat/rules/kinds/index.ts'
import { generalLabel, sourceTitle } from '@sepakat/rules/names/formNames.ts'
import { cellAt, rowAt } from '@sepakat/rules/pointers/pointer.ts'
import { shownCell } from '@sepakat/rules/words/shownCell.ts'
import { sourceWords } from '@sepakat/rules/words/sourceWords.ts'
import { isUnitUnsettled } from '@sepakat/rules/words/unitOf.ts'
import { useState } from 'react'
import { Facts } from '#ui/Facts.tsx'
import { late } from '#ui/late.tsx'
import { useBeside, useForm } from '../FormContext.ts'
import { NoteView } from '../notes/NoteView.tsx'
import { Part } from './Part.tsx'
import styles from './RowPanel.module.css'

const CellChanges = late(
  async () => (await import('./CellChanges.tsx')).default,
  <p className={styles.quiet}>Memuat riwayat…</p>,
)

/** Who changed the current answer, when, from what to what; of the whole row where no answer is current. */
export function CellHistory({ row, field }: { row: Row; field: FieldId | undefined }) {
  const [open, setOpen] = useState(false)
  const at = field === undefined ? rowAt(row) : cellAt(row, field)
  return (
    <details className={styles.details} open={open} onToggle={event => setOpen(event.currentTarget.open)}>
      <summary>Riwayat {field === undefined ? 'baris ini' : 'isian ini'}</summary>
      {open && <CellChanges at={at} />}
    </details>
  )
}

/** What other forms say of the same row: a row has the same id in every form. */
export function FromSources({ row }: { row: Row }) {
  const { kind, scope, earlier } = useForm()
  const told = Object.entries(kind.sources(scope.period)).flatMap(([name, { form }]) => {
    const cells = scope.sources[name]?.answers[row.table]?.[row.id]
    const fields = kinds[form]?.tables[row.table]?.fields
    if (!cells || !fields || name === earlier?.source) return []
    const lines = Object.entries(fields).flatMap(([field, spec]) => {
      const text = shownCell(spec, cells[field])
      return text === '' ? [] : [{ label: generalLabel(spec, scope), text }]
    })
    return lines.length > 0 ? [{ name, lines }] : []
  })
  return told.map(({ name, lines }) => (
    <Part key={name} title={`Dari ${sourceTitle(kind, scope, name)}`}>
      <Facts facts={Object.fromEntries(lines.map(({ label, text }) => [label, text]))} />
    </Part>
  ))
}

/** All notes on the row, resolved ones too; open ones are answered at the row. */
export function RowNotes({ row }: { row: Row }) {
  const notes = useBeside().notes.get(rowAt(row)) ?? []
  return (
    <Part title={`Catatan verifikator${notes.length > 0 ? ` (${notes.length})` : ''}`} id="notes">
      {notes.length === 0 ? (
        <p className={styles.quiet}>Belum ada catatan.</p>
      ) : (
        <ul className={styles.list}>
          {notes.map(note => (
            <li key={note.id}>
              <NoteView note={note} read />
            </li>
          ))}
        </ul>
      )}
    </Part>
  )
}

/** How the current answer is meant, and its legal basis. */
export function RowHelp({ row, field }: { row: Row; field: FieldId | undefined }) {
  const { kind } = useForm()
  const spec = field === undefined ? undefined : kind.tables[row.table]?.fields[field]
  const uncompared = row.confidence !== undefined && !isVerified(row.confidence)
  const unsettled = isUnitUnsettled(kind, { ...row, fields: Object.keys(row.fields) })
  if (!spec?.help && !row.help && !row.legal && !row.warning && !uncompared && !unsettled) return null
  return (
    <Part title="Petunjuk">
      {spec?.help && <p>{spec.help}</p>}
      {row.help && <p>{row.help}</p>}
      {row.warning && <p>{row.warning}</p>}
      <Facts
        facts={{
          Arah: row.direction && (row.direction === 'lower' ? 'makin rendah makin baik' : 'makin tinggi makin baik'),
          'Dasar hukum': row.legal,
        }}
      />
      {unsettled && (
        <p className={styles.quiet}>
          Satuan baris ini belum ditetapkan. Sebutkan satuannya dalam keterangan; pengelola dapat melengkapi katalog.
        </p>
      )}
      {uncompared && <p className={styles.quiet}>Bunyi baris ini belum dicocokkan dengan peraturan.</p>}
    </Part>
  )
}

/** While no row is current: the form's legal basis, and what it reads from others. */
export function FormHelp() {
  const { catalogue, kind, scope } = useForm()
  const sources = Object.entries(scope.sources)
  return (
    <div className={styles.body}>
      <p className={styles.quiet}>
        Pilih satu isian untuk melihat petunjuk, dasar hukum, bukti, catatan, dan riwayatnya. Tekan ? untuk melihat
        tombol pintas.
      </p>
      {catalogue.legal && (
        <Part title="Dasar hukum">
          <p>{catalogue.legal}</p>
        </Part>
      )}
      {sources.length > 0 && (
        <Part title="Dibaca dari formulir lain">
          <Facts
            facts={Object.fromEntries(
              sources.map(([name, { status }]) => [sourceTitle(kind, scope, name), sourceWords[status]]),
            )}
          />
        </Part>
      )}
    </div>
  )
}
