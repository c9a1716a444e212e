import type { Cell, FieldId } from '@sepakat/rules'
import { kinds } from '@sepakat/rules/kinds/index.ts'
import type { FormNames } from '@sepakat/rules/names/formNames.ts'
import { shownFigure } from '@sepakat/rules/words/figureText.ts'
import { emptyWords } from '@sepakat/rules/words/textOf.ts'
import { useState } from 'react'
import type { RevisionBody } from '#submissions/revisionBody.ts'
import { useMaterial } from '#submissions/useMaterial.ts'
import type { ResponseOf, Submission } from '#sync/apiTypes.ts'
import { useDates } from '#sync/session/me.tsx'
import { Button } from '#ui/Button.tsx'
import { EmptyState } from '#ui/EmptyState.tsx'
import { Dialog } from '#ui/Modal.tsx'
import { Table } from '#ui/Table.tsx'
import { CorrectionNote } from '../CorrectionNote.tsx'
import { type ComparedRow, comparedRows } from '../model/comparedRows.ts'
import { namesOf } from '../model/sheet.ts'
import { CellHistory } from '../panel/CellHistory.tsx'
import styles from './History.module.css'

const sorts = { changed: 'berubah', added: 'baris baru', removed: 'dihapus', moved: 'dipindahkan' } as const

/** Two revisions of one report compared, answer by answer, with the changes of its figures. */
export function Comparison({
  submission,
  before,
  after,
  correction,
}: {
  submission: Submission
  before: RevisionBody
  after: RevisionBody
  /** Where `after` corrects `before`. */
  correction: Pick<ResponseOf<'GET /submissions/:id/revisions/:n'>, 'corrects' | 'corrected'> | null
}) {
  const dates = useDates()
  const [history, setHistory] = useState<ComparedRow | null>(null)
  const kind = kinds[after.form]
  const { given: scales } = useMaterial({ ...submission, formVersion: after.formVersion })
  const names = namesOf(kind, after, scales)
  const rows = comparedRows(before, after, kind)
  const text = (row: ComparedRow, field: FieldId, cell: Cell | null) =>
    names.cell(row.table, row.id, field, cell) || emptyWords(field)
  const corrected = new Map(correction?.corrected.map(cell => [cell.at, cell]))
  const who = (row: ComparedRow, field: FieldId) => {
    const cell = corrected.get(`${row.anchor}/${field}`)
    return (
      cell && (
        <small>
          {' '}
          oleh {cell.by.name}, {dates.short(cell.changedAt)}
        </small>
      )
    )
  }
  if (rows.length === 0)
    return (
      <EmptyState title="Isian kedua kiriman ini sama">
        Catatan, atau bukti untuk laporan seluruhnya, mungkin berbeda.
      </EmptyState>
    )
  return (
    <>
      {correction?.corrects && <CorrectionNote corrects={correction.corrects} place={names.anchor} />}
      <FiguresCompared before={before} after={after} names={names} namesBefore={namesOf(kind, before, scales)} />
      <ul className={styles.compared}>
        {rows.map(row => (
          <li key={row.anchor}>
            <div className={styles.comparedHead}>
              <h3>
                {row.above.map(label => `${label} › `).join('')}
                {row.label} <small>{sorts[row.sort]}</small>
              </h3>
              <Button small kind="quiet" icon="history" aria-haspopup="dialog" onClick={() => setHistory(row)}>
                Riwayat isian<span className="visually-hidden">: {row.label}</span>
              </Button>
            </div>
            <dl>
              {row.cells.map(({ field, from, to }) => (
                <div key={field}>
                  <dt>{row.labels[field] ?? names.fieldLabel(row.table, row.id, field)}</dt>
                  <dd>
                    {row.sort !== 'added' && <del>{text(row, field, from)}</del>}
                    {row.sort === 'changed' && <span aria-hidden="true"> → </span>}
                    {row.sort !== 'removed' && <ins>{text(row, field, to)}</ins>}
                    {who(row, field)}
                  </dd>
                </div>
              ))}
              {row.files.map(({ id, title, came }) => (
                <div key={id}>
                  <dt>Bukti dukung</dt>
                  <dd>{came ? <ins>{title}</ins> : <del>{title}</del>}</dd>
                </div>
              ))}
            </dl>
          </li>
        ))}
      </ul>
      <Dialog
        open={history !== null}
        onClose={() => setHistory(null)}
        title={`Riwayat isian: ${history?.label ?? ''}`}
        large
      >
        {history && <CellHistory submission={submission} names={names} anchor={history.anchor} />}
      </Dialog>
    </>
  )
}

/** The figures of the report as a whole, where they differ. */
function FiguresCompared({
  before,
  after,
  names,
  namesBefore,
}: {
  before: RevisionBody
  after: RevisionBody
  names: FormNames
  namesBefore: FormNames
}) {
  const shown = (body: RevisionBody, { why }: FormNames, code: string) => {
    const figure = body.figures.find(one => one.code === code && one.row === '')
    if (!figure) return ''
    return figure.value === null ? why(figure) : shownFigure(figure)
  }
  const codes = [...new Set(after.figures.filter(({ row }) => row === '').map(({ code }) => code))]
  const rows = codes
    .map(code => ({ code, was: shown(before, namesBefore, code), is: shown(after, names, code) }))
    .filter(({ was, is }) => was !== is)
  if (rows.length === 0) return null
  return (
    <Table
      captionShown
      caption="Angka laporan"
      rows={rows}
      rowKey={row => row.code}
      columns={[
        { id: 'label', head: 'Angka', rowHead: true, cell: row => names.figureLabel(row.code) },
        { id: 'was', head: `Kiriman ke-${before.n}`, num: true, cell: row => row.was },
        { id: 'is', head: `Kiriman ke-${after.n}`, num: true, cell: row => row.is },
      ]}
    />
  )
}
