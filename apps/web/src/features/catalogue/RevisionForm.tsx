import { type ReactNode, useState } from 'react'
import styles from '#administration/Admin.module.css'
import { FormProblem } from '#administration/FormProblem.tsx'
import { useContractForm } from '#administration/useContractForm.ts'
import { Button } from '#ui/Button.tsx'
import { Checkbox } from '#ui/Checkbox.tsx'
import { LinkButton } from '#ui/LinkButton.tsx'
import { count } from '#ui/numbers.ts'
import { paths } from '#ui/paths.ts'
import type { CatalogueRow } from './queries.ts'
import { ReasonField } from './ReasonField.tsx'
import { RevisionDialog } from './RevisionDialog.tsx'
import type { RevisionKind } from './RevisionKind.ts'
import { RowsTable } from './RowsTable.tsx'

const keyOf = (row: CatalogueRow): string => `${row.id} ${row.from}`

export function RevisionForm({
  kind,
  rows,
  version,
  more,
}: {
  kind: RevisionKind
  rows: readonly CatalogueRow[]
  version: number
  more: ReactNode
}) {
  const [changed, setChanged] = useState<ReadonlySet<string>>(new Set())
  const [draft, setDraft] = useState(kind.first)
  const [reason, setReason] = useState('')
  const [confirming, setConfirming] = useState(false)
  const isChosen = (row: CatalogueRow) => kind.preselected(row) !== changed.has(keyOf(row))
  const chosen = rows.filter(isChosen)
  const setAll = (wanted: boolean) =>
    setChanged(new Set(rows.filter(row => kind.preselected(row) !== wanted).map(keyOf)))
  const toggle = (row: CatalogueRow) => {
    const next = new Set(changed)
    if (!next.delete(keyOf(row))) next.add(keyOf(row))
    setChanged(next)
  }
  const body = {
    basedOn: version,
    ...kind.revision(
      chosen.map(({ id: row, from }) => ({ row, from })),
      draft,
    ),
  }
  const checked = useContractForm('POST /catalogues/:type/:form/versions', {
    body: () => ({ ...body, reason }),
    send: async () => setConfirming(true),
  })
  return (
    <form ref={checked.form} onSubmit={checked.onSubmit} noValidate className={styles.parts}>
      <div className={styles.part}>
        <Checkbox
          label={`Semua ${count(rows.length)} baris di bawah`}
          checked={chosen.length === rows.length}
          onChange={event => setAll(event.target.checked)}
        />
        <RowsTable
          form={kind.form}
          title={kind.title}
          rows={rows}
          choose={row => (
            <Checkbox
              label={<span className="visually-hidden">{`Pilih ${row.code} ${row.label}`}</span>}
              checked={isChosen(row)}
              onChange={() => toggle(row)}
            />
          )}
        />
        {more}
      </div>
      <div className={styles.form}>
        {kind.fields(draft, setDraft, checked.errorAt)}
        <ReasonField
          hint="Tersimpan bersama versi katalog."
          value={reason}
          onChange={setReason}
          error={checked.errorAt('reason')}
        />
        <FormProblem of={checked} fields={['verify.source', 'until.to', 'reason']} />
        <div className={styles.buttons}>
          <Button type="submit" kind="primary" whyNot={chosen.length === 0 && 'Pilih sedikitnya satu baris.'}>
            {`Periksa ${count(chosen.length)} baris dan terbitkan`}
          </Button>
          <LinkButton to={paths.admin(`katalog/${kind.form}`)}>Batal</LinkButton>
        </div>
      </div>
      {confirming && (
        <RevisionDialog
          form={kind.form}
          body={body}
          reason={reason.trim()}
          onClose={() => setConfirming(false)}
          done={({ changed, version: newest }) => ({
            to: paths.admin(`katalog/${kind.form}`),
            said: `${kind.done(count(changed))} Terbit sebagai versi ${count(newest)}.`,
          })}
        />
      )}
    </form>
  )
}
