import { ExtensionFields, extensionFields } from '#administration/ExtensionFields.tsx'
import { PageForm } from '#administration/PageForm.tsx'
import { useExtension } from '#administration/useExtension.ts'
import { useDates } from '#sync/session/me.tsx'
import styles from './Cockpit.module.css'
import type { CockpitLineData } from './cockpitQuery.ts'
import { useFirstField } from './useFirstField.ts'

/** A later due date with its reason, in the line. */
export function ExtendLine({
  line,
  name,
  onClose,
  onDone,
}: {
  line: CockpitLineData
  name: string
  onClose: () => void
  onDone: (sentence: string) => void
}) {
  const dates = useDates()
  const box = useFirstField()
  const of = useExtension({ obligation: line.obligation ?? '', dueAt: line.dueAt }, dueAt =>
    onDone(`Tenggat ${name} sekarang ${dates.long(dueAt)}.`),
  )
  return (
    <section ref={box} className={styles.panel} aria-label={`Perpanjang tenggat: ${name}`}>
      <PageForm of={of.form} fields={extensionFields} action="Perpanjang tenggat" back={onClose}>
        <ExtensionFields of={of} />
      </PageForm>
    </section>
  )
}
