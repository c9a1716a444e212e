import { type OwnOutline, standingPlaces } from '@sepakat/rules/editions/ownOutline.ts'
import { useState } from 'react'
import { useContractForm } from '#administration/useContractForm.ts'
import { api, file } from '#sync/transport/api.ts'
import { useInvalidate } from '#sync/transport/invalidate.ts'
import { Arrangement } from './Arrangement.tsx'
import { OutlineChapter } from './OutlineChapter.tsx'
import { fieldsOf, outlineOf } from './outlineFields.ts'
import type { OutlineInHand } from './queries.ts'

/** The outline of one of the regency's reports. */
export function EditionOutlineForm({
  outline: { type, version, own, shipped, outline, versions },
}: {
  outline: OutlineInHand
}) {
  const [chapters, setChapters] = useState(() => fieldsOf(shipped, outline))
  const invalidate = useInvalidate()
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
    <Arrangement
      note={
        <>
          Bab tetap menurut peraturan, dan nomor bagian mengikuti urutannya. Naskah tetap mengisi bagian yang belum
          punya naskah dari tahun lalu; di dalamnya {standingPlaces.map(place => `{${place}}`).join(', ')} diganti
          dengan isinya.
        </>
      }
      of={checked}
      field="outline"
      preview={() =>
        file('POST /edition-outlines/:type/preview', { params, body: { outline: outlineOf(shipped, chapters) } })
      }
      onBack={own ? () => save({ version, outline: null }) : null}
      versions={versions}
      isOwn={one => one.outline !== null}
      onLoad={one => setChapters(fieldsOf(shipped, one.outline))}
    >
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
    </Arrangement>
  )
}
