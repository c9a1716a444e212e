import { useState } from 'react'
import { useNavigate, useSearchParams } from 'react-router'
import styles from '#administration/Admin.module.css'
import { adminCrumbs } from '#administration/adminCrumbs.ts'
import { PageForm } from '#administration/PageForm.tsx'
import { useContractForm } from '#administration/useContractForm.ts'
import { hasCode } from '#sync/problems/ProblemError.ts'
import { useDates } from '#sync/session/me.tsx'
import { api } from '#sync/transport/api.ts'
import { useInvalidate } from '#sync/transport/invalidate.ts'
import { Callout } from '#ui/Callout.tsx'
import { RadioGroup } from '#ui/ChoiceGroup.tsx'
import { PageHead } from '#ui/PageHead.tsx'
import { paths } from '#ui/paths.ts'
import { PersonFields, personFields } from './PersonFields.tsx'
import { PostFields, postFields } from './PostFields.tsx'
import { newPerson, personBody } from './personDraft.ts'
import { newPost, postBody, postUnread } from './postDraft.ts'

const inPost = (field: string) => `post.${field}`

/** A person with the first post. Opened from the list or, with `?opd=`, from an office. */
export function NewPersonPage() {
  const navigate = useNavigate()
  const invalidate = useInvalidate()
  const today = useDates().today()
  const office = useSearchParams()[0].get('opd')
  const [person, setPerson] = useState(newPerson)
  const [post, setPost] = useState(() =>
    newPost(today, office ? { role: 'operator', offices: [office] } : { role: 'operator' }),
  )
  const [granted, setGranted] = useState(true)

  const checked = useContractForm('POST /people', {
    body: () => ({ ...personBody(person), ...(granted && { post: postBody(post) }) }),
    unread: () =>
      granted
        ? Object.fromEntries(Object.entries(postUnread(post)).map(([field, message]) => [inPost(field), message]))
        : {},
    send: async (body, idempotencyKey) => {
      const { id, name } = await api('POST /people', { body, idempotencyKey })
      await invalidate('GET /people')
      const next = 'Langkah berikutnya: terbitkan kode masuk di bawah, lalu sampaikan kepadanya.'
      navigate(paths.admin(`orang/${id}`), { state: { said: `${name} sudah ditambahkan. ${next}` } })
    },
  })

  return (
    <>
      <PageHead
        title="Tambah orang"
        crumbs={adminCrumbs(['orang'], 'Tambah orang')}
        intro="Setelah disimpan, terbitkan kode masuk untuknya. Ia membuat sandinya sendiri dengan kode itu."
      />
      <PageForm
        of={checked}
        fields={[...personFields, ...postFields.map(inPost)]}
        problem={
          hasCode(checked.failed, 'exists') ? (
            <Callout tone="wrong" live title="NIP atau nama pengguna ini sudah dipakai orang lain">
              Cari dahulu di daftar orang. Bila orangnya sama, cukup beri jabatan baru kepadanya.
            </Callout>
          ) : undefined
        }
        action="Tambah orang"
        back={paths.admin('orang')}
      >
        <PersonFields draft={person} onChange={setPerson} errorAt={checked.errorAt} />
        <div className={styles.group}>
          <h2>Jabatan pertama</h2>
          <RadioGroup
            label="Beri jabatan sekarang?"
            inline
            value={granted ? 'yes' : 'no'}
            onChange={answer => setGranted(answer === 'yes')}
            options={[
              { value: 'yes', label: 'Ya' },
              { value: 'no', label: 'Nanti' },
            ]}
          />
          {granted ? (
            <PostFields draft={post} onChange={setPost} errorAt={field => checked.errorAt(inPost(field))} />
          ) : (
            <Callout>Tanpa jabatan ia dapat masuk, tetapi belum melihat laporan apa pun.</Callout>
          )}
        </div>
      </PageForm>
    </>
  )
}
