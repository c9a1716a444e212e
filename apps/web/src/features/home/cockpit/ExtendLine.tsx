import { useRef } from 'react'
import { ExtensionFields, extensionFields } from '#administration/ExtensionFields.tsx'
import { PageForm } from '#administration/PageForm.tsx'
import { useExtension } from '#administration/useExtension.ts'
import { useDates } from '#sync/session/me.tsx'
import type { CockpitLineData } from './cockpitQuery.ts'
import { Panel } from './Panel.tsx'

/** A later due date with its reason, in the line. */
export function ExtendLine({
  line,
  name,
  open,
  onClose,
  onDiscard,
  onDone,
}: {
  line: CockpitLineData
  name: string
  open: boolean
  onClose: () => void
  onDiscard: () => void
  /** @param pressed where the focus was when it was sent */
  onDone: (sentence: string, pressed: Element | null) => void
}) {
  const dates = useDates()
  const pressed = useRef<Element | null>(null)
  const of = useExtension({ obligation: line.obligation ?? '', dueAt: line.dueAt }, (moved, dueAt) =>
    onDone(`${moved} ${name} sekarang ${dates.long(dueAt)}.`, pressed.current),
  )
  const discard = () => {
    of.clear()
    onDiscard()
  }
  return (
    <Panel
      label={`Perpanjang tenggat: ${name}`}
      open={open}
      changed={of.day !== '' || of.reason !== ''}
      onClose={onClose}
    >
      <div
        onSubmitCapture={() => {
          pressed.current = document.activeElement
        }}
      >
        <PageForm of={of.form} fields={extensionFields} action="Perpanjang tenggat" back={discard}>
          <ExtensionFields of={of} />
        </PageForm>
      </div>
    </Panel>
  )
}
