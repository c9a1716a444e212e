import { useId, useState } from 'react'
import styles from '#administration/Admin.module.css'
import { FormProblem } from '#administration/FormProblem.tsx'
import { useContractForm } from '#administration/useContractForm.ts'
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
  const { busy, failed, wrong, form, onSubmit, errorAt } = useContractForm('POST /offices/:id/end', {
    body: () => ({ to: to ?? '' }),
    unread: () => ({ to: to ? undefined : 'Tulis hari terakhirnya, seperti 31-12-2026.' }),
    send: async body => {
      await api('POST /offices/:id/end', { params: { id: office.id }, body })
      await invalidate('GET /offices', 'GET /offices/:id')
      onEnded(`${office.name} berakhir pada ${dates.longDay(body.to)}.`)
    },
  })
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
        <FormProblem of={{ failed, wrong }} fields={['to']} />
      </form>
    </Dialog>
  )
}
