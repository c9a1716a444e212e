import { useState } from 'react'
import { FormDialog } from '#administration/FormDialog.tsx'
import { asked, waits } from '#administration/seconding.ts'
import { useContractForm } from '#administration/useContractForm.ts'
import type { DialogEnds } from '#administration/useDialog.ts'
import type { Post } from '#sync/apiTypes.ts'
import { useDates } from '#sync/session/me.tsx'
import { postTitle } from '#sync/session/roles.ts'
import { api } from '#sync/transport/api.ts'
import { useInvalidate } from '#sync/transport/invalidate.ts'
import { DateField } from '#ui/DateField.tsx'
import type { Person } from './queries.ts'

export function EndPostDialog({ person, post, onClose, onDone }: { person: Person; post: Post } & DialogEnds) {
  const invalidate = useInvalidate()
  const dates = useDates()
  const [to, setTo] = useState<string | null>(dates.today())
  const title = postTitle(post)
  const checked = useContractForm('POST /posts/:id/end', {
    body: () => ({ to: to ?? '' }),
    unread: () => ({ to: to ? undefined : 'Tulis hari terakhir jabatan ini, seperti 31-03-2026.' }),
    send: async body => {
      const ended = await api('POST /posts/:id/end', { params: { id: post.id }, body })
      await invalidate('GET /people', 'GET /people/:id', 'GET /secondings')
      onDone(
        waits(ended) ? asked(`Akhir jabatan ${title}`) : `Jabatan ${title} berakhir pada ${dates.longDay(body.to)}.`,
      )
    },
  })
  return (
    <FormDialog
      of={checked}
      fields={['to']}
      title={`Akhiri jabatan ${title}?`}
      action="Akhiri jabatan"
      kind="danger"
      onClose={onClose}
    >
      <p>
        {person.name} tidak dapat lagi bertindak dengan jabatan ini setelah hari terakhirnya. Yang sudah dikerjakannya
        tetap tercatat. Bila nanti diperlukan lagi, beri jabatan baru.
      </p>
      <DateField label="Hari terakhir" value={to ?? ''} onChange={setTo} error={checked.errorAt('to')} />
    </FormDialog>
  )
}
