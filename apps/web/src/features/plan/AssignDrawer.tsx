import { useState } from 'react'
import styles from '#administration/Admin.module.css'
import { FormDialog } from '#administration/FormDialog.tsx'
import { useContractForm } from '#administration/useContractForm.ts'
import type { DialogEnds } from '#administration/useDialog.ts'
import type { BodyOf, ResponseOf } from '#sync/apiTypes.ts'
import { api } from '#sync/transport/api.ts'
import { useInvalidate } from '#sync/transport/invalidate.ts'
import { Facts } from '#ui/Facts.tsx'
import { Drawer } from '#ui/Modal.tsx'
import { AssignmentFields, assignmentFields } from './AssignmentFields.tsx'
import { assignmentBody } from './assignmentDraft.ts'
import { assignmentWords, yearsText } from './assignmentWords.ts'
import type { Assignment } from './queries.ts'

/** Assigns a row (or a whole form) to an office, and invalidates what depends on it. */
export function useAssign(): (body: BodyOf<'POST /assignments'>) => Promise<ResponseOf<'POST /assignments'>> {
  const invalidate = useInvalidate()
  return async body => {
    const line = await api('POST /assignments', { body })
    await invalidate('GET /assignments', 'POST /obligations/preview')
    return line
  }
}

/** Changes the owner of one row from a year on. */
export function AssignDrawer({
  year,
  line,
  formTitle,
  onClose,
  onDone,
}: { year: number; line: Assignment; formTitle: string } & DialogEnds) {
  const assign = useAssign()
  const [draft, setDraft] = useState({
    applies: line.state !== 'not-applicable',
    office: line.office?.id ?? '',
    shared: line.state === 'shared',
    reason: line.reason ?? '',
    note: line.note,
    fromYear: String(year),
    toYear: '',
  })
  const checked = useContractForm('POST /assignments', {
    body: () => assignmentBody(draft, line.form, line.row),
    send: async body => {
      const after = await assign(body)
      const who = after.office ? `diampu ${after.office.name}` : 'tidak berlaku di daerah ini'
      onDone(`${after.code} ${after.label}: ${who}, ${yearsText(after)}.`)
    },
  })
  return (
    <FormDialog
      of={checked}
      fields={assignmentFields}
      title={`Pengampu ${line.code}`}
      action="Simpan"
      as={Drawer}
      onClose={onClose}
    >
      <Facts
        facts={{
          Baris: line.label,
          Formulir: formTitle,
          Sekarang: `${assignmentWords[line.state].word}${line.office ? `: ${line.office.name}` : ''} ${yearsText(line)}`,
        }}
      />
      <AssignmentFields
        draft={draft}
        onChange={setDraft}
        errorAt={checked.errorAt}
        whole={false}
        owners={line.office?.name ?? ''}
      />
      <p className={styles.note}>
        Tahun-tahun sebelumnya tidak berubah. Kewajiban lapor yang sudah dibuat tidak dihapus; lihat langkah Kewajiban.
      </p>
    </FormDialog>
  )
}
