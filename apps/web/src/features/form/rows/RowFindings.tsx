import type { Row } from '@sepakat/rules'
import { rowAt } from '@sepakat/rules/pointers/pointer.ts'
import { FindingLine } from '../cells/CellNotes.tsx'
import { WhyField } from '../cells/WhyField.tsx'
import { useFindings } from '../FormContext.ts'

/** Findings of a row as a whole, or of the list whose head it is. */
export function RowFindings({ row }: { row: Pick<Row, 'table' | 'id'> }) {
  const findings = useFindings(rowAt(row))
  if (!findings) return null
  return findings.map(finding => {
    if (finding.level === 'explain') return <WhyField key={finding.code} finding={finding} />
    if (finding.level === 'wrong') return <FindingLine key={finding.code} finding={finding} />
    return null
  })
}
