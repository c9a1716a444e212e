import { useQuery } from '@tanstack/react-query'
import { useId, useState } from 'react'
import styles from '#administration/Admin.module.css'
import { FormProblem } from '#administration/FormProblem.tsx'
import { asked, waits } from '#administration/seconding.ts'
import { useContractForm } from '#administration/useContractForm.ts'
import { api } from '#sync/transport/api.ts'
import { useInvalidate } from '#sync/transport/invalidate.ts'
import { Button } from '#ui/Button.tsx'
import { Combobox } from '#ui/Combobox.tsx'
import { Dialog } from '#ui/Modal.tsx'
import { type Key, ownersQuery } from './queries.ts'

/** Makes another person responsible for a key; the program goes on with the same key. */
export function HandOverDialog({
  apiKey,
  onClose,
  onDone,
}: {
  apiKey: Key
  onClose: () => void
  onDone: (sentence: string) => void
}) {
  const invalidate = useInvalidate()
  const formId = useId()
  const owners = useQuery(ownersQuery)
  const [owner, setOwner] = useState('')
  const { busy, failed, wrong, form, onSubmit, errorAt } = useContractForm('PATCH /keys/:id', {
    body: () => ({ owner }),
    send: async body => {
      const given = await api('PATCH /keys/:id', { params: { id: apiKey.id }, body })
      await invalidate('GET /keys', 'GET /secondings')
      onDone(
        waits(given)
          ? asked(`Pemindahan kunci ${apiKey.name}`)
          : `Kunci ${apiKey.name} dipindahkan kepada ${given.owner}.`,
      )
    },
  })
  return (
    <Dialog
      open
      onClose={onClose}
      title={`Pindahkan kunci ${apiKey.name}?`}
      foot={
        <>
          <Button onClick={onClose}>Batal</Button>
          <Button kind="primary" type="submit" form={formId} busy={busy && 'Memindahkan…'}>
            Pindahkan
          </Button>
        </>
      }
    >
      <form id={formId} ref={form} onSubmit={onSubmit} noValidate className={styles.form}>
        <p>
          Sekarang {apiKey.owner} penanggung jawabnya. Aplikasinya tetap memakai kunci yang sama, dan berbuat sejauh
          jabatan penanggung jawab yang baru.
        </p>
        <Combobox
          label="Penanggung jawab baru"
          hint="Yang jabatannya memberi semua wewenang kunci ini. Ketik sebagian namanya, lalu pilih."
          options={(owners.data ?? []).filter(({ value }) => value !== apiKey.ownerId)}
          value={owner}
          onChange={setOwner}
          error={errorAt('owner')}
        />
        <FormProblem of={{ failed, wrong }} fields={['owner']} />
      </form>
    </Dialog>
  )
}
