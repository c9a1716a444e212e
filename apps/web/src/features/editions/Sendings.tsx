import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { ProblemPanel } from '#sync/problems/ProblemPanel.tsx'
import { useDates } from '#sync/session/me.tsx'
import { addressOf, api } from '#sync/transport/api.ts'
import { useInvalidate } from '#sync/transport/invalidate.ts'
import { fileFault } from '#sync/uploads/fileFault.ts'
import { Button } from '#ui/Button.tsx'
import { Callout } from '#ui/Callout.tsx'
import { FileButton } from '#ui/FileButton.tsx'
import { Icon } from '#ui/icons/Icon.tsx'
import { Part } from '#ui/Part.tsx'
import { actions, Table } from '#ui/Table.tsx'
import { Tag } from '#ui/Tag.tsx'
import styles from './Editions.module.css'
import type { Edition, Sending } from './queries.ts'
import { SendingDialog } from './SendingDialog.tsx'

/** To whom a frozen edition goes, and when and with which receipt it went. */
export function Sendings({ edition: { id, sendings, may } }: { edition: Edition }) {
  const dates = useDates()
  const [writing, setWriting] = useState<Sending | null>(null)
  const attaching = useAttaching(id)
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
          { id: 'receipt', head: 'Tanda terima', wide: true, cell: sending => <Receipt id={id} sending={sending} /> },
          actions<Sending>(sending => {
            if (!may.sending) return null
            const to = <span className="visually-hidden"> kepada {sending.name}</span>
            return (
              <div className={styles.buttons}>
                <Button small onClick={() => setWriting(sending)}>
                  {sending.sent ? 'Ubah' : 'Catat penyampaian'}
                  {to}
                </Button>
                {sending.sent && (
                  <FileButton
                    small
                    accept=".pdf,.jpg,.jpeg,.png,.webp"
                    busy={attaching.isPending && attaching.variables.addressee === sending.id && 'Mengirim…'}
                    onFiles={([file]) => file && attaching.mutate({ addressee: sending.id, file })}
                  >
                    {sending.sent.file ? 'Ganti tanda terima' : 'Lampirkan tanda terima'}
                    {to}
                  </FileButton>
                )}
              </div>
            )
          }),
        ]}
      />
      {attaching.isError && <AttachingFault error={attaching.error} />}
      {writing && <SendingDialog id={id} sending={writing} onClose={() => setWriting(null)} />}
    </Part>
  )
}

/** What the receipt is, and the file of it. */
function Receipt({ id, sending: { id: addressee, sent } }: { id: string; sending: Sending }) {
  if (!sent) return null
  const { receipt, file } = sent
  return (
    <>
      {receipt}
      {receipt !== '' && file && <br />}
      {file && (
        <a href={addressOf('GET /editions/:id/sendings/:addressee/receipt', { params: { id, addressee } })}>
          <Icon name="file" size={16} /> {file.fileName}
        </a>
      )}
    </>
  )
}

/** A file that is not sent, for it would be refused. */
class UnfitFile extends Error {}

function useAttaching(id: string) {
  const invalidate = useInvalidate()
  return useMutation({
    mutationFn: async ({ addressee, file }: { addressee: string; file: File }) => {
      const fault = fileFault(file)
      if (fault !== null) throw new UnfitFile(fault)
      const params = { id, addressee }
      await api('PUT /editions/:id/sendings/:addressee/receipt', { params, body: {}, file, fileName: file.name })
      await invalidate('GET /editions/:id')
    },
  })
}

const AttachingFault = ({ error }: { error: Error }) =>
  error instanceof UnfitFile ? (
    <Callout tone="wrong" live>
      {error.message}
    </Callout>
  ) : (
    <ProblemPanel error={error} />
  )
