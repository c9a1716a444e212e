import { useState } from 'react'
import styles from '#administration/Admin.module.css'
import { Part } from '#administration/Part.tsx'
import { FormProblem } from '#sync/problems/FormProblem.tsx'
import { type Errors, useChecked } from '#sync/problems/useChecked.ts'
import { Button } from '#ui/Button.tsx'
import { TextField } from '#ui/TextField.tsx'
import { Said, useSaid } from '#ui/useSaid.tsx'
import { type Settings, yearOf } from './settingsOf.ts'
import { useSaveSetting } from './useSaveSetting.ts'

const noYear = 'Tulis tahun dengan empat angka, misalnya 2025.'

/** Errors in the years of a plan, by the API's field names. */
export function planErrors(from: number | null, to: number | null): Errors {
  if (from === null || to === null)
    return { 'value.from': from === null ? noYear : undefined, 'value.to': to === null ? noYear : undefined }
  const years = to - from + 1
  return {
    'value.to':
      years < 1
        ? 'Tahun terakhir tidak boleh sebelum tahun pertama.'
        : years < 5 || years > 6
          ? `Renstra mencakup lima tahun, atau enam dengan tahun transisinya; ini ${years} tahun.`
          : undefined,
  }
}

/** The years of the RPJMD and the Renstra, by which targets are asked. */
export function PlanForm({ plan }: { plan: Settings['plan'] }) {
  const save = useSaveSetting()
  const { said, say } = useSaid()
  const [draft, setDraft] = useState({ from: String(plan.from), to: String(plan.to) })
  const [from, to] = [yearOf(draft.from), yearOf(draft.to)]
  const { busy, failed, form, onSubmit, errorAt } = useChecked(
    () => planErrors(from, to),
    async () => {
      if (from === null || to === null) return
      say(null)
      await save('plan', { from, to })
      say(`Masa rencana ${from} sampai ${to} disimpan.`)
    },
  )
  const year = (name: 'from' | 'to', label: string, hint?: string) => (
    <TextField
      label={label}
      hint={hint}
      inputMode="numeric"
      value={draft[name]}
      maxLength={4}
      onChange={event => setDraft({ ...draft, [name]: event.target.value })}
      error={errorAt(`value.${name}`)}
    />
  )
  return (
    <Part title="Masa RPJMD dan Renstra">
      <p className={styles.note}>
        Menentukan tahun-tahun target pada laporan yang mulai disusun sesudah ini. Laporan yang sudah dimulai, dikirim,
        atau disetujui tetap memakai masa lamanya, dan targetnya tidak dibawa ke masa yang baru.
      </p>
      <form ref={form} onSubmit={onSubmit} noValidate className={styles.form}>
        {year('from', 'Tahun pertama')}
        {year('to', 'Tahun terakhir', 'Tahun kelima, atau keenam bila ada tahun transisi.')}
        <FormProblem failed={failed} fields={['value']} />
        <Said said={said} />
        <div className={styles.buttons}>
          <Button type="submit" kind="primary" busy={busy && 'Menyimpan…'}>
            Simpan masa rencana
          </Button>
        </div>
      </form>
    </Part>
  )
}
