import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useNavigate, useParams } from 'react-router'
import { api } from '../../../lib/api.ts'
import { useDates } from '../../../lib/me.tsx'
import { paths } from '../../../lib/paths.ts'
import { roleLabel } from '../../../lib/roles.ts'
import { asked, secondingsKey, waits } from '../../../lib/seconding.ts'
import { Button } from '../../../ui/Button.tsx'
import { LinkButton } from '../../../ui/LinkButton.tsx'
import { PageHead } from '../../../ui/PageHead.tsx'
import { PageProblem } from '../../../ui/PageProblem.tsx'
import { PageSkeleton } from '../../../ui/PageSkeleton.tsx'
import styles from '../Admin.module.css'
import { adminCrumbs } from '../adminCrumbs.ts'
import { FormProblem } from '../FormProblem.tsx'
import { useChecked } from '../useChecked.ts'
import { useIntention } from '../useIntention.ts'
import { PostFields, postFields } from './PostFields.tsx'
import { newPost, postBody, postErrors } from './postDraft.ts'
import { type Person, peopleKey, personQuery } from './queries.ts'

export function GrantPostPage() {
  const { id = '' } = useParams()
  const person = useQuery(personQuery(id))
  if (person.isError) return <PageProblem error={person.error} onRetry={() => person.refetch()} />
  if (person.isPending) return <PageSkeleton title="Beri jabatan" label="Memuat data orang…" />
  return <GrantPost person={person.data} />
}

function GrantPost({ person }: { person: Person }) {
  const navigate = useNavigate()
  const client = useQueryClient()
  const keyOf = useIntention()
  const [post, setPost] = useState(newPost(useDates().today()))
  const back = paths.admin(`orang/${person.id}`)
  const { busy, failed, form, onSubmit, errorAt } = useChecked(
    () => postErrors(post),
    async () => {
      const body = postBody(post)
      const given = await api('POST /people/:id/posts', {
        params: { id: person.id },
        body,
        idempotencyKey: keyOf(body),
      })
      await Promise.all([
        client.invalidateQueries({ queryKey: peopleKey }),
        client.invalidateQueries({ queryKey: personQuery(person.id).queryKey }),
        client.invalidateQueries({ queryKey: secondingsKey }),
      ])
      const title = `Jabatan ${roleLabel(post.role ?? '')}`
      navigate(back, { state: { said: waits(given) ? asked(title) : `${title} sudah diberikan.` } })
    },
  )
  return (
    <>
      <PageHead
        title={`Beri jabatan kepada ${person.name}`}
        crumbs={adminCrumbs(['orang', { label: person.name, to: back }], 'Beri jabatan')}
        intro="Jabatan yang sudah ada tetap berlaku. Seseorang yang memegang beberapa jabatan memilih salah satunya setelah masuk."
      />
      <form ref={form} onSubmit={onSubmit} noValidate className={styles.form}>
        <PostFields draft={post} onChange={setPost} errorAt={errorAt} />
        <FormProblem failed={failed} fields={postFields} />
        <div className={styles.buttons}>
          <Button type="submit" kind="primary" busy={busy && 'Menyimpan…'}>
            Beri jabatan
          </Button>
          <LinkButton to={back}>Batal</LinkButton>
        </div>
      </form>
    </>
  )
}
