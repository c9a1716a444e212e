import { type MessageType, messageTypeNames, messageTypes } from '@sepakat/rules/webhooks/messageTypes.ts'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'react-router'
import { draftFields } from '#administration/draftFields.ts'
import { FormDialog } from '#administration/FormDialog.tsx'
import { useContractForm } from '#administration/useContractForm.ts'
import { api } from '#sync/transport/api.ts'
import { useInvalidate } from '#sync/transport/invalidate.ts'
import { CheckboxGroup } from '#ui/ChoiceGroup.tsx'
import { paths } from '#ui/paths.ts'
import { SelectField } from '#ui/SelectField.tsx'
import { TextField } from '#ui/TextField.tsx'
import { keyChoicesQuery, type Webhook } from './queries.ts'

const types = messageTypeNames.map(value => ({ value, label: messageTypes[value].label }))
const isType = (name: string): name is MessageType => messageTypeNames.some(known => known === name)

/** To whom, of what, as far as which key. `onSaved` gives the secret of a new one. */
export function WebhookDialog({
  webhook,
  onClose,
  onSaved,
}: {
  webhook: Webhook | null
  onClose: () => void
  onSaved: (sentence: string, made: { name: string; secret: string } | null) => void
}) {
  const invalidate = useInvalidate()
  const keys = useQuery(keyChoicesQuery)
  const [draft, setDraft] = useState({
    name: webhook?.name ?? '',
    url: webhook?.url ?? 'https://',
    types: webhook?.types ?? (['submission.approved', 'figures.changed'] as string[]),
    key: webhook?.key.id ?? '',
  })
  const checked = useContractForm('POST /webhooks', {
    body: () => ({ ...draft, types: draft.types.filter(isType) }),
    send: async body => {
      const made = webhook ? null : await api('POST /webhooks', { body })
      if (webhook) await api('PUT /webhooks/:id', { params: { id: webhook.id }, body })
      await invalidate('GET /webhooks')
      onSaved(webhook ? `Webhook ${body.name} disimpan.` : `Webhook ${body.name} ditambahkan.`, made)
    },
  })
  const { text, field } = draftFields({ draft, onChange: setDraft, errorAt: checked.errorAt })
  return (
    <FormDialog
      of={checked}
      fields={['name', 'url', 'types', 'key']}
      title={webhook ? `Ubah webhook ${webhook.name}` : 'Tambah webhook'}
      action={webhook ? 'Simpan' : 'Tambah webhook'}
      onClose={onClose}
    >
      <TextField label="Nama penerima" {...text('name')} />
      <TextField
        label="Alamat"
        hint="Alamat https di internet. Alamat jaringan dalam ditolak."
        type="url"
        spellCheck={false}
        {...text('url')}
      />
      <SelectField
        label="Kunci API"
        hint={
          keys.data?.length === 0 ? (
            <>
              Belum ada kunci. <Link to={paths.admin('kunci-api/baru')}>Terbitkan kunci API</Link> dahulu.
            </>
          ) : (
            'Pesan hanya dikirim tentang yang dapat dibaca kunci ini.'
          )
        }
        none="Pilih kunci"
        options={keys.data ?? []}
        {...field('key')}
      />
      <CheckboxGroup
        label="Yang diberitakan"
        options={types}
        values={draft.types}
        onChange={chosen => setDraft({ ...draft, types: chosen })}
        error={checked.errorAt('types')}
      />
    </FormDialog>
  )
}
