import { useId, useState } from 'react'
import styles from '#administration/Admin.module.css'
import { FormProblem } from '#administration/FormProblem.tsx'
import { useContractForm } from '#administration/useContractForm.ts'
import { Button } from '#ui/Button.tsx'
import { Facts } from '#ui/Facts.tsx'
import { Drawer } from '#ui/Modal.tsx'
import { AssignmentFields, assignmentFields } from './AssignmentFields.tsx'
import { assignmentBody } from './assignmentDraft.ts'
import { assignmentWords, yearsText } from './assignmentWords.ts'
import type { Assignment } from './queries.ts'
import { useAssign } from './useAssign.ts'

/** Changes the owner of one row from a year on. */
export function AssignDrawer({
  year,
  line,
  formTitle,
  onClose,
  onDone,
}: {
  year: number
  line: Assignment
  formTitle: string
  onClose: () => void
  onDone: (sentence: string) => void
}) {
  const formId = useId()
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
  const { busy, failed, wrong, form, onSubmit, errorAt } = useContractForm('POST /assignments', {
    body: () => assignmentBody(draft, line.form, line.row),
    send: async body => {
      const after = await assign(body)
      const who = after.office ? `diampu ${after.office.name}` : 'tidak berlaku di daerah ini'
      onDone(`${after.code} ${after.label}: ${who}, ${yearsText(after)}.`)
    },
  })
  return (
    <Drawer
      open
      onClose={onClose}
      title={`Pengampu ${line.code}`}
      foot={
        <>
          <Button onClick={onClose}>Batal</Button>
          <Button kind="primary" type="submit" form={formId} busy={busy && 'Menyimpan…'}>
            Simpan
          </Button>
        </>
      }
    >
      <Facts
        facts={{
          Baris: line.label,
          Formulir: formTitle,
          Sekarang: `${assignmentWords[line.state].word}${line.office ? `: ${line.office.name}` : ''} ${yearsText(line)}`,
        }}
      />
      <form id={formId} ref={form} onSubmit={onSubmit} noValidate className={styles.form}>
        <AssignmentFields
          draft={draft}
          onChange={setDraft}
          errorAt={errorAt}
          whole={false}
          owners={line.office?.name ?? ''}
        />
        <p className={styles.note}>
          Tahun-tahun sebelumnya tidak berubah. Kewajiban lapor yang sudah dibuat tidak dihapus; lihat langkah
          Kewajiban.
        </p>
        <FormProblem of={{ failed, wrong }} fields={assignmentFields} />
      </form>
    </Drawer>
  )
}
