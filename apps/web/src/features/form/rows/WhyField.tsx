import type { Finding } from '@sepakat/rules'
import { Icon } from '../../../ui/icons/Icon.tsx'
import { Cell } from '../cells/Cell.tsx'
import { StuckNote } from '../cells/StuckNote.tsx'
import { useForm } from '../FormContext.ts'
import { segmentsOf } from '../model/cells.ts'
import { fieldAt } from '../model/fieldAt.ts'
import styles from './WhyField.module.css'

/** What seems odd, and the field where the office says why it is right; one explanation per finding, kept with the row. */
export function WhyField({ finding }: { finding: Finding }) {
  const { kind } = useForm()
  const at = finding.why
  if (!at) return <p>{finding.message}</p>
  const { table, row, field = '' } = segmentsOf(at)
  const spec = fieldAt(kind, table, field)
  return (
    <div className={styles.why} data-explained={!finding.blocks || undefined}>
      <p className={styles.message}>
        <Icon name={finding.blocks ? 'alert' : 'check'} size={16} />
        <span>{finding.message}</span>
      </p>
      {spec && (
        <>
          <label htmlFor={at} className={styles.label}>
            {finding.blocks ? 'Penjelasan' : 'Sudah dijelaskan'}
          </label>
          <Cell at={at} table={table} row={row} field={field} spec={spec} />
          <StuckNote at={at} />
        </>
      )}
    </div>
  )
}
