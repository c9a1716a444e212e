import { useId, useState } from 'react'
import styles from '#administration/Admin.module.css'
import { FormProblem } from '#sync/problems/FormProblem.tsx'
import { useChecked } from '#sync/problems/useChecked.ts'
import { useDates } from '#sync/session/me.tsx'
import { api } from '#sync/transport/api.ts'
import { useInvalidate } from '#sync/transport/invalidate.ts'
import { Button } from '#ui/Button.tsx'
import { DateField } from '#ui/DateField.tsx'
import { Dialog } from '#ui/Modal.tsx'
import type { OfficeFull } from './queries.ts'

export function EndOfficeDialog({
  office,
  onClose,
  onEnded,
}: {
  office: OfficeFull
  onClose: () => void
  onEnded: (sentence: string) => void
}) {
  const invalidate = useInvalidate()
  const dates = useDates()
  const formId = useId()
  const [to, setTo] = useState<string | null>('')
  const { busy, failed, form, onSubmit, errorAt } = useChecked(
    () => ({ to: to ? undefined : 'Tulis hari terakhirnya, seperti 31-12-2026.' }),
    async () => {
      const day = to ?? ''
      await api('POST /offices/:id/end', { params: { id: office.id }, body: { to: day } })
      await invalidate('GET /offices', 'GET /offices/:id')
      onEnded(`${office.name} berakhir pada ${dates.longDay(day)}.`)
    },
  )
  return (
    <Dialog
      open
      onClose={onClose}
      title={`Akhiri ${office.name}?`}
      foot={
        <>
          <Button onClick={onClose}>Batal</Button>
          <Button kind="danger" type="submit" form={formId} busy={busy && 'Menyimpan…'}>
            Akhiri
          </Button>
        </>
      }
    >
      <form id={formId} ref={form} onSubmit={onSubmit} noValidate className={styles.form}>
        <p>
          Sesudah hari terakhir itu ia tidak lagi mendapat kewajiban lapor, dan ini tidak dapat dibatalkan dari
          aplikasi. Nama atau urusan yang direncanakan setelah tanggal itu ikut dihapus.
        </p>
        <DateField label="Hari terakhir" value={to ?? ''} onChange={setTo} error={errorAt('to')} />
        <FormProblem failed={failed} fields={['to']} />
      </form>
    </Dialog>
  )
}
