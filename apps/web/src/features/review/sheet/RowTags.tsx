import { stateLabels } from '@sepakat/rules/saving/kindShape.ts'
import { emptyWords } from '@sepakat/rules/words/textOf.ts'
import { Icon, type IconName } from '#ui/icons/Icon.tsx'
import { Tag } from '#ui/Tag.tsx'
import type { PlacedRow } from '../model/placedRows.ts'
import { useReview } from '../ReviewContext.ts'
import styles from './RowTags.module.css'
import { From } from './Value.tsx'

/** Marks beside the name of a row: that it is new or was moved. */
export function RowTags({ anchor }: { anchor: string }) {
  const { sheet } = useReview()
  const change = sheet.changes.rows.get(anchor)
  return (
    <>
      {change?.sort === 'added' && (
        <Tag tone="info" icon="plus">
          baris baru
        </Tag>
      )}
      {change?.sort === 'moved' && (
        <Tag tone="info" icon="compare">
          dipindahkan
        </Tag>
      )}
    </>
  )
}

/** A declared state with its reason, and whether it has evidence. */
export function Declared({ row }: { row: PlacedRow }) {
  const { sheet } = useReview()
  const change = sheet.changes.rows.get(row.anchor)
  const { state, values } = row
  const was = change?.from.get('state')
  const before = typeof was === 'string' && was in stateLabels ? stateLabels[was as keyof typeof stateLabels] : null
  if (state === null)
    return before ? (
      <p className={styles.declared}>
        <From text={before.toLowerCase()} />
      </p>
    ) : null
  const proofs = sheet.evidence.get(row.anchor)?.length ?? 0
  const said = (field: string) => (typeof values[field] === 'string' ? values[field] : '')
  const facts = [
    said('publisher') && `Penerbit data: ${said('publisher')}.`,
    said('expected') && `Perkiraan terbit: ${said('expected')}.`,
  ]
  return (
    <p className={styles.declared}>
      <Tag tone="warn" icon="minus">
        {stateLabels[state]}
      </Tag>{' '}
      {said('reason') || (row.row ? 'Tanpa alasan.' : 'Dinyatakan tidak ada.')} {facts.filter(Boolean).join(' ')}{' '}
      {row.row && <small>{proofs > 0 ? `${proofs} bukti dilampirkan.` : 'Tanpa bukti.'}</small>}
      {change?.from.has('state') && <From text={(before ?? emptyWords('state')).toLowerCase()} />}
    </p>
  )
}

const looks: Record<string, { icon: IconName; className: string | undefined }> = {
  wrong: { icon: 'cross-circle', className: styles.wrong },
  explain: { icon: 'alert', className: styles.explain },
  notice: { icon: 'info', className: undefined },
}

/** Findings of a row, with the operator's explanation where one was required. An empty answer shows in its own place. */
export function Findings({ anchor }: { anchor: string }) {
  const { sheet } = useReview()
  const found = (sheet.findings.get(anchor) ?? []).filter(finding => finding.level !== 'empty')
  if (found.length === 0) return null
  return (
    <ul className={styles.findings}>
      {found.map(finding => {
        const look = looks[finding.level] ?? looks.notice
        const [, table = '', row = '', field = ''] = finding.why?.split('/') ?? []
        const remark = sheet.body.answers[table]?.[row]?.[field]
        const change = sheet.changes.rows.get(anchor)
        return (
          <li key={`${finding.code} ${finding.at}`} className={look?.className}>
            <Icon name={look?.icon ?? 'info'} size={16} />
            <span>
              {finding.message}
              {finding.level === 'explain' && (
                <span className={styles.remark}>
                  <strong>Penjelasan operator:</strong> {typeof remark === 'string' ? remark : 'tidak ada.'}
                </span>
              )}
              {change?.from.has(field) && <From text={String(change.from.get(field) ?? '')} />}
            </span>
          </li>
        )
      })}
    </ul>
  )
}
