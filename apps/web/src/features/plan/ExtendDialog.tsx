import { periodTitle } from '@sepakat/rules/periods/period.ts'
import { ExtensionFields, extensionFields } from '#administration/ExtensionFields.tsx'
import { FormDialog } from '#administration/FormDialog.tsx'
import { useExtension } from '#administration/useExtension.ts'
import { useDates } from '#sync/session/me.tsx'
import { Facts } from '#ui/Facts.tsx'
import type { Planned } from './queries.ts'

/** A later due date for one obligation, with a reason for its history. */
export function ExtendDialog({
  planned,
  formTitle,
  onClose,
  onDone,
}: {
  planned: Planned
  formTitle: string
  onClose: () => void
  onDone: (sentence: string) => void
}) {
  const dates = useDates()
  const extension = useExtension({ obligation: planned.obligation ?? '', dueAt: planned.expectedAt }, (moved, dueAt) =>
    onDone(`${moved} ${planned.office.name} untuk ${periodTitle(planned.period)} sekarang ${dates.long(dueAt)}.`),
  )
  return (
    <FormDialog
      of={extension.form}
      fields={extensionFields}
      title="Perpanjang tenggat"
      action="Perpanjang"
      onClose={onClose}
    >
      <Facts
        facts={{
          'Perangkat daerah': planned.office.name,
          Laporan: `${formTitle}, ${periodTitle(planned.period)}`,
          'Tenggat sekarang': dates.long(planned.expectedAt ?? planned.dueAt),
        }}
      />
      <ExtensionFields of={extension} />
    </FormDialog>
  )
}
