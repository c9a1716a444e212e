import { type OwnOutline, standingPlaces } from '@sepakat/rules/editions/ownOutline.ts'
import { useState } from 'react'
import styles from '#administration/Admin.module.css'
import { PageForm } from '#administration/PageForm.tsx'
import { useContractForm } from '#administration/useContractForm.ts'
import { MadePdf } from '#submissions/MadePdf.tsx'
import { api, file } from '#sync/transport/api.ts'
import { useInvalidate } from '#sync/transport/invalidate.ts'
import { Part, Parts } from '#ui/Part.tsx'
import { useSaid } from '#ui/useSaid.tsx'
import { OutlineChapter } from './OutlineChapter.tsx'
import { fieldsOf, outlineOf } from './outlineFields.ts'
import type { OutlineInHand } from './queries.ts'
import { BackToShipped, VersionList } from './VersionList.tsx'

/** The outline of one of the regency's reports: changed, looked at by an example, saved as the next version, or the shipped one again. */
export function EditionOutlineForm({
  outline: { type, version, own, shipped, outline, versions },
}: {
  outline: OutlineInHand
}) {
  const [chapters, setChapters] = useState(() => fieldsOf(shipped, outline))
  const invalidate = useInvalidate()
  const { said, say } = useSaid()
  const params = { type }
  const save = async (body: { version: number; outline: OwnOutline | null }) => {
    await api('POST /edition-outlines/:type', { params, body })
    await invalidate('GET /edition-outlines', 'GET /edition-outlines/:type')
  }
  const checked = useContractForm('POST /edition-outlines/:type', {
    body: () => ({ version, outline: outlineOf(shipped, chapters) }),
    send: save,
  })
  return (
    <Parts>
      <Part title="Susunan">
        <p className={styles.note}>
          Bab tetap menurut peraturan, dan nomor bagian mengikuti urutannya. Naskah tetap mengisi bagian yang belum
          punya naskah dari tahun lalu; di dalamnya {standingPlaces.map(place => `{${place}}`).join(', ')} diganti
          dengan isinya.
        </p>
        <PageForm of={checked} fields={['outline']} action="Simpan susunan" said={said}>
          {chapters.map((chapter, nth) => (
            <OutlineChapter
              key={chapter.id}
              chapter={chapter}
              at={`outline.chapters.${nth}.sections`}
              errorAt={checked.errorAt}
              onChange={sections =>
                setChapters(all => all.map(one => (one.id === chapter.id ? { ...one, sections } : one)))
              }
            />
          ))}
        </PageForm>
        <div className={styles.buttons}>
          <MadePdf
            label="Lihat contoh"
            ask={() =>
              file('POST /edition-outlines/:type/preview', { params, body: { outline: outlineOf(shipped, chapters) } })
            }
          />
          {own && <BackToShipped onBack={() => save({ version, outline: null })} />}
        </div>
      </Part>
      <VersionList
        versions={versions.map(one => ({ ...one, isOwn: one.outline !== null }))}
        onLoad={one => {
          setChapters(fieldsOf(shipped, one.outline))
          say(`Versi ${one.version} dimuat; belum disimpan.`)
        }}
      />
    </Parts>
  )
}
