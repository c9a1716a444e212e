import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { PageForm } from '#administration/PageForm.tsx'
import { waits } from '#administration/seconding.ts'
import { useContractForm } from '#administration/useContractForm.ts'
import { hasCode } from '#sync/problems/ProblemError.ts'
import { useDates } from '#sync/session/me.tsx'
import { api } from '#sync/transport/api.ts'
import { invalidate } from '#sync/transport/invalidate.ts'
import { Button } from '#ui/Button.tsx'
import { Callout } from '#ui/Callout.tsx'
import { Facts } from '#ui/Facts.tsx'
import { Part } from '#ui/Part.tsx'
import { useFocusBack } from '#ui/useFocusBack.ts'
import { Said, useSaid } from '#ui/useSaid.tsx'
import { PersonFields, personFields } from './PersonFields.tsx'
import { personBody } from './personDraft.ts'
import { type Person, personQuery } from './queries.ts'

export function PersonData({ person }: { person: Person }) {
  const { said, say } = useSaid()
  const [editing, setEditing] = useState(false)
  const dates = useDates()
  const button = useFocusBack(editing)
  if (editing)
    return (
      <Part title="Ubah data" takesFocus>
        <DataForm
          person={person}
          onDone={sentence => {
            setEditing(false)
            say(sentence ?? null)
          }}
        />
      </Part>
    )
  return (
    <Part
      title="Data"
      actions={
        <Button ref={button} icon="pencil" onClick={() => setEditing(true)}>
          Ubah data
        </Button>
      }
    >
      <Said said={said} />
      <Facts
        facts={{
          NIP: person.nip ?? 'tidak dicatat',
          'Nama pengguna': person.username ?? 'tidak ada; masuk dengan NIP',
          Telepon: person.phone ?? 'tidak dicatat',
          'Dicatat sejak': dates.longDay(dates.dayOf(person.createdAt)),
        }}
      />
    </Part>
  )
}

function DataForm({ person, onDone }: { person: Person; onDone: (sentence?: string) => void }) {
  const client = useQueryClient()
  const [draft, setDraft] = useState({
    name: person.name,
    nip: person.nip ?? '',
    username: person.username ?? '',
    phone: person.phone ?? '',
  })
  const checked = useContractForm('PATCH /people/:id', {
    body: () => personBody(draft),
    send: async body => {
      const after = await api('PATCH /people/:id', { params: { id: person.id }, body })
      if (!waits(after)) client.setQueryData(personQuery(person.id).queryKey, after)
      await invalidate(client, 'GET /people')
      onDone('Data sudah disimpan.')
    },
  })
  return (
    <PageForm
      of={checked}
      fields={personFields}
      problem={
        hasCode(checked.failed, 'exists') ? (
          <Callout tone="wrong" live title="NIP atau nama pengguna ini sudah dipakai orang lain" />
        ) : undefined
      }
      action="Simpan"
      back={() => onDone()}
    >
      <PersonFields draft={draft} onChange={setDraft} errorAt={checked.errorAt} />
    </PageForm>
  )
}
