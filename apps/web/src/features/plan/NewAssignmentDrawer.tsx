import { rowsOf } from '@sepakat/rules/catalogue/rowsOf.ts'
import { reportTypeOf } from '@sepakat/rules/reportTypes.ts'
import type { Catalogue } from '@sepakat/rules/types/Catalogue.ts'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { FormDialog } from '#administration/FormDialog.tsx'
import { catalogueQuery, cataloguesQuery } from '#administration/queries.ts'
import { useMyTypes } from '#administration/reportTypes.ts'
import { useContractForm } from '#administration/useContractForm.ts'
import type { DialogEnds } from '#administration/useDialog.ts'
import { useFormTitles } from '#administration/useFormTitles.ts'
import { useGivenOut } from '#administration/useGivenOut.ts'
import { formsQuery } from '#submissions/sharedQueries.ts'
import { Callout } from '#ui/Callout.tsx'
import { RadioGroup } from '#ui/ChoiceGroup.tsx'
import { Combobox } from '#ui/Combobox.tsx'
import { Drawer } from '#ui/Modal.tsx'
import { type Choice, SelectField } from '#ui/SelectField.tsx'
import { useAssign } from './AssignDrawer.tsx'
import { AssignmentFields, assignmentFields } from './AssignmentFields.tsx'
import { type AssignmentDraft, assignmentBody } from './assignmentDraft.ts'
import { yearsText } from './assignmentWords.ts'

/**
 * Forms of the post's own report types that can be assigned, whole or by row: those that can be filled in, and
 * those with a catalogue.
 */
export function useAssignedForms(): string[] {
  const types = useMyTypes()
  const forms = useQuery(formsQuery)
  const catalogues = useQuery(cataloguesQuery)
  const known = [...(forms.data?.items ?? []), ...(catalogues.data?.items ?? [])].map(one => one.form)
  return [...new Set(known)].filter(form => types.includes(reportTypeOf(form))).sort()
}

/** Assigns a whole form, or one unassigned row, to an office. */
export function NewAssignmentDrawer({ year, onClose, onDone }: { year: number } & DialogEnds) {
  const assign = useAssign()
  const titleOf = useFormTitles()
  const forms = useAssignedForms()
  const [chosen, setChosen] = useState('')
  const [whole, setWhole] = useState(true)
  const [row, setRow] = useState('')
  const given = useGivenOut(chosen, year)
  const listed = given === 'rows'
  const filedWhole = given === 'whole' || (given !== 'rows' && whole)
  const catalogue = useQuery({
    ...catalogueQuery(chosen),
    enabled: chosen !== '' && !filedWhole && !listed,
    retry: false,
  })
  const [draft, setDraft] = useState<AssignmentDraft>({
    applies: true,
    office: '',
    shared: false,
    reason: '',
    note: '',
    fromYear: String(year),
    toYear: '',
  })
  const checked = useContractForm('POST /assignments', {
    body: () => assignmentBody(draft, chosen, filedWhole ? '*' : row),
    send: async body => {
      const after = await assign(body)
      const who = after.office?.name ?? 'tidak berlaku di daerah ini'
      onDone(`${titleOf(chosen)}, ${after.code} ${after.label}: ${who}, ${yearsText(after)}.`)
    },
  })
  return (
    <FormDialog
      of={checked}
      fields={assignmentFields}
      title="Tambah penugasan"
      action={!listed && 'Tambah penugasan'}
      as={Drawer}
      onClose={onClose}
    >
      <SelectField
        label="Formulir"
        none="Pilih formulir"
        value={chosen}
        onChange={value => {
          setChosen(value)
          setRow('')
        }}
        options={forms.map(one => ({ value: one, label: titleOf(one) }))}
        error={checked.errorAt('form')}
      />
      {listed && (
        <Callout title="Baris formulir ini sudah ada di daftar">
          Tutup panel ini, saring daftar dengan formulir itu, lalu tekan Ubah pada barisnya.
        </Callout>
      )}
      {given === 'nothing' && (
        <RadioGroup
          label="Yang ditugaskan"
          value={whole ? 'whole' : 'row'}
          onChange={what => {
            setWhole(what === 'whole')
            setDraft({ ...draft, applies: true })
          }}
          options={[
            {
              value: 'whole',
              label: 'Seluruh formulir',
              hint: 'Untuk formulir yang seluruhnya diisi oleh setiap perangkat daerah.',
            },
            { value: 'row', label: 'Satu baris', hint: 'Untuk formulir yang barisnya dibagi menurut pengampu.' },
          ]}
        />
      )}
      {!filedWhole && !listed && (
        <Combobox
          label="Baris"
          hint={
            catalogue.isError
              ? 'Formulir ini belum dapat diisi, jadi barisnya belum dapat ditugaskan.'
              : 'Ketik kode atau sebagian bunyinya, lalu pilih.'
          }
          value={row}
          onChange={setRow}
          options={rootRows(catalogue.data?.catalogue, year)}
          error={checked.errorAt('row')}
        />
      )}
      {!listed && (
        <AssignmentFields draft={draft} onChange={setDraft} errorAt={checked.errorAt} whole={filedWhole} owners="" />
      )}
    </FormDialog>
  )
}

/** The rows of a published catalogue that have an owner of their own, not that of the row above. */
const rootRows = (catalogue: unknown, year: number): Choice[] =>
  catalogue
    ? rowsOf(catalogue as Catalogue, year)
        .filter(row => row.parent === undefined)
        .map(row => ({ value: row.id, label: `${row.code} ${row.label}` }))
    : []
