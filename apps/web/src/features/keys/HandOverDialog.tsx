import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { FormDialog } from '#administration/FormDialog.tsx'
import { asked, waits } from '#administration/seconding.ts'
import { useContractForm } from '#administration/useContractForm.ts'
import type { DialogEnds } from '#administration/useDialog.ts'
import { api } from '#sync/transport/api.ts'
import { useInvalidate } from '#sync/transport/invalidate.ts'
import { Combobox } from '#ui/Combobox.tsx'
import { type Key, ownersQuery } from './queries.ts'

/** Makes another person responsible for a key; the program goes on with the same key. */
export function HandOverDialog({ apiKey, onClose, onDone }: { apiKey: Key } & DialogEnds) {
  const invalidate = useInvalidate()
  const owners = useQuery(ownersQuery)
  const [owner, setOwner] = useState('')
  const checked = useContractForm('PATCH /keys/:id', {
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
    <FormDialog
      of={checked}
      fields={['owner']}
      title={`Pindahkan kunci ${apiKey.name}?`}
      action="Pindahkan"
      busy="Memindahkan…"
      onClose={onClose}
    >
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
        error={checked.errorAt('owner')}
      />
    </FormDialog>
  )
}
