import { useState } from 'react'
import { draftFields } from '#administration/draftFields.ts'
import { FormDialog } from '#administration/FormDialog.tsx'
import { useContractForm } from '#administration/useContractForm.ts'
import { useDates } from '#sync/session/me.tsx'
import { api } from '#sync/transport/api.ts'
import { useInvalidate } from '#sync/transport/invalidate.ts'
import { Button } from '#ui/Button.tsx'
import { DateField } from '#ui/DateField.tsx'
import { Part } from '#ui/Part.tsx'
import { actions, Table } from '#ui/Table.tsx'
import { Tag } from '#ui/Tag.tsx'
import { TextField } from '#ui/TextField.tsx'
import type { Edition } from './queries.ts'

type Sending = Edition['sendings'][number]

/** To whom a frozen edition goes, and when and with which receipt it went. */
export function Sendings({ edition: { id, sendings, may } }: { edition: Edition }) {
  const dates = useDates()
  const [writing, setWriting] = useState<Sending | null>(null)
  return (
    <Part title="Penyampaian">
      <Table
        caption="Ke mana laporan ini disampaikan"
        rows={sendings}
        rowKey={sending => sending.id}
        columns={[
          {
            id: 'to',
            head: 'Kepada',
            rowHead: true,
            wide: true,
            cell: ({ name, by, legal }) => (
              <>
                {name}
                <br />
                <small>
                  {by} · {legal}
                </small>
              </>
            ),
          },
          {
            id: 'sent',
            head: 'Disampaikan',
            cell: ({ sent }) =>
              sent ? (
                <Tag tone="good" icon="check-circle">
                  {dates.longDay(sent.date)}
                </Tag>
              ) : (
                <Tag icon="circle">Belum</Tag>
              ),
          },
          { id: 'receipt', head: 'Tanda terima', wide: true, cell: ({ sent }) => sent?.receipt ?? '' },
          actions<Sending>(sending =>
            may.sending ? (
              <Button small onClick={() => setWriting(sending)}>
                {sending.sent ? 'Ubah' : 'Catat penyampaian'}
                <span className="visually-hidden"> kepada {sending.name}</span>
              </Button>
            ) : null,
          ),
        ]}
      />
      {writing && <SendingDialog id={id} sending={writing} onClose={() => setWriting(null)} />}
    </Part>
  )
}

function SendingDialog({ id, sending, onClose }: { id: string; sending: Sending; onClose: () => void }) {
  const today = useDates().today()
  const invalidate = useInvalidate()
  const [draft, setDraft] = useState({
    date: (sending.sent?.date ?? today) as string | null,
    receipt: sending.sent?.receipt ?? '',
  })
  const form = useContractForm('PUT /editions/:id/sendings/:addressee', {
    body: () => ({ date: draft.date || null, receipt: draft.receipt }),
    unread: () => ({ date: draft.date === null ? 'Tulis tanggal seperti 31-03-2026.' : undefined }),
    send: async body => {
      await api('PUT /editions/:id/sendings/:addressee', { params: { id, addressee: sending.id }, body })
      await invalidate('GET /editions/:id')
      onClose()
    },
  })
  const { text, date } = draftFields({ draft, onChange: setDraft, errorAt: form.errorAt })
  return (
    <FormDialog
      of={form}
      fields={['date', 'receipt']}
      title={`Penyampaian kepada ${sending.name}`}
      action="Simpan"
      onClose={onClose}
    >
      <DateField label="Tanggal disampaikan" hint="Kosongkan bila belum disampaikan." {...date('date')} />
      <TextField label="Nomor tanda terima atau surat" optional maxLength={400} {...text('receipt')} />
    </FormDialog>
  )
}
