import { ActDialog } from '#sync/problems/ActDialog.tsx'
import { EvidenceList } from '../panel/EvidenceList.tsx'
import { useReview } from '../ReviewContext.ts'
import { Declared } from '../sheet/RowTags.tsx'
import styles from './AcceptAll.module.css'

/** Every declared row without a tick, with reason and proof: all are accepted by one press. */
export function AcceptAll({ anchors, onClose }: { anchors: readonly string[]; onClose: () => void }) {
  const { sheet, setTicks } = useReview()
  const rows = anchors.flatMap(anchor => sheet.byAnchor.get(anchor) ?? [])
  const sections = sheet.body.sections.filter(({ id }) => rows.some(row => row.section === id))
  return (
    <ActDialog
      large
      title={`${rows.length} isian nihil untuk disetujui`}
      icon="check"
      action={`Setujui ${rows.length} isian nihil`}
      autofocus
      onAct={() => {
        setTicks(anchors, true)
        onClose()
      }}
      onClose={onClose}
    >
      {sections.map(section => (
        <section key={section.id} className={styles.section}>
          <h3>{section.title}</h3>
          <ol className={styles.rows}>
            {rows
              .filter(row => row.section === section.id)
              .map(row => {
                const proofs = sheet.evidence.get(row.anchor) ?? []
                return (
                  <li key={row.anchor}>
                    {row.label !== section.title && <strong>{row.label}</strong>}
                    <Declared row={row} />
                    {proofs.length > 0 && <EvidenceList items={proofs} />}
                  </li>
                )
              })}
          </ol>
        </section>
      ))}
    </ActDialog>
  )
}
