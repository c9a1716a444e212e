import type { Finding } from '@sepakat/rules'
import { segmentsOf } from '#sheet/answers/cells.ts'
import { fieldAt } from '#sheet/answers/fieldAt.ts'
import { Button } from '#ui/Button.tsx'
import { Icon } from '#ui/icons/Icon.tsx'
import { useEvaluated, useForm } from '../FormContext.ts'
import { Cell } from './Cell.tsx'
import { ForCell } from './ForCell.tsx'
import { StuckNote } from './StuckNote.tsx'
import styles from './WhyField.module.css'

/**
 * A warning, and the field for the office's explanation; one explanation per finding, stored with the row. Where
 * the same finding is at several answers of a row, the field is at the first, and the others link to it.
 */
export function WhyField({ finding }: { finding: Finding }) {
  const { kind, go } = useForm()
  const { findings } = useEvaluated()
  const at = finding.why
  if (!at) return <p>{finding.message}</p>
  const { table, row, field = '' } = segmentsOf(at)
  const spec = fieldAt(kind, table, field)
  const first = findings.find(({ why }) => why === at) ?? finding
  return (
    <div className={styles.why} data-explained={!finding.blocks || undefined}>
      <p className={styles.message}>
        <Icon name={finding.blocks ? 'alert' : 'check'} size={16} />
        <span>{finding.message}</span>
      </p>
      {spec && first.at !== finding.at && (
        <span>
          <Button small kind="quiet" onClick={() => go(at)}>
            {finding.blocks ? 'Jelaskan sekali untuk semuanya' : 'Lihat penjelasannya'}
            <ForCell at={finding.at} />
          </Button>
        </span>
      )}
      {spec && first.at === finding.at && (
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
