import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useNavigate, useParams } from 'react-router'
import { adminCrumbs } from '#administration/adminCrumbs.ts'
import { PageForm } from '#administration/PageForm.tsx'
import { asked, waits } from '#administration/seconding.ts'
import { useContractForm } from '#administration/useContractForm.ts'
import { PageProblem } from '#sync/problems/PageProblem.tsx'
import { useDates } from '#sync/session/me.tsx'
import { roleLabel } from '#sync/session/roles.ts'
import { api } from '#sync/transport/api.ts'
import { useInvalidate } from '#sync/transport/invalidate.ts'
import { PageHead } from '#ui/PageHead.tsx'
import { PageSkeleton } from '#ui/PageSkeleton.tsx'
import { paths } from '#ui/paths.ts'
import { PostFields, postFields } from './PostFields.tsx'
import { newPost, postBody, postUnread } from './postDraft.ts'
import { type Person, personQuery } from './queries.ts'

export function GrantPostPage() {
  const { id = '' } = useParams()
  const person = useQuery(personQuery(id))
  if (person.isError) return <PageProblem error={person.error} onRetry={() => person.refetch()} />
  if (person.isPending) return <PageSkeleton title="Beri jabatan" label="Memuat data orang…" />
  return <GrantPost person={person.data} />
}

function GrantPost({ person }: { person: Person }) {
  const navigate = useNavigate()
  const invalidate = useInvalidate()
  const [post, setPost] = useState(newPost(useDates().today()))
  const back = paths.admin(`orang/${person.id}`)
  const checked = useContractForm('POST /people/:id/posts', {
    body: () => postBody(post),
    unread: () => postUnread(post),
    send: async (body, idempotencyKey) => {
      const given = await api('POST /people/:id/posts', {
        params: { id: person.id },
        body,
        idempotencyKey,
      })
      await invalidate('GET /people', 'GET /people/:id', 'GET /secondings')
      const title = `Jabatan ${roleLabel(post.role ?? '')}`
      navigate(back, { state: { said: waits(given) ? asked(title) : `${title} sudah diberikan.` } })
    },
  })
  return (
    <>
      <PageHead
        title={`Beri jabatan kepada ${person.name}`}
        crumbs={adminCrumbs(['orang', { label: person.name, to: back }], 'Beri jabatan')}
        intro="Jabatan yang sudah ada tetap berlaku. Seseorang yang memegang beberapa jabatan memilih salah satunya setelah masuk."
      />
      <PageForm of={checked} fields={postFields} action="Beri jabatan" back={back}>
        <PostFields draft={post} onChange={setPost} errorAt={checked.errorAt} />
      </PageForm>
    </>
  )
}
