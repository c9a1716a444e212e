import { useState } from 'react'
import { OrderedParts } from '#administration/OrderedParts.tsx'
import { PageForm } from '#administration/PageForm.tsx'
import { useContractForm } from '#administration/useContractForm.ts'
import { api } from '#sync/transport/api.ts'
import { useInvalidate } from '#sync/transport/invalidate.ts'
import { Checkbox } from '#ui/Checkbox.tsx'
import { FieldGroup } from '#ui/Field.tsx'
import { useSaid } from '#ui/useSaid.tsx'
import styles from './Editions.module.css'
import { type Edition, editionRoutes } from './queries.ts'

/** The outline of a draft: its sections in the order of their chapter, and the optional ones hidden. */
export function OutlineForm({ edition: { id, chapters: saved } }: { edition: Edition }) {
  const [chapters, setChapters] = useState(saved)
  const invalidate = useInvalidate()
  const { said, say } = useSaid()
  const form = useContractForm('PUT /editions/:id/outline', {
    body: () => ({
      chapters: chapters.map(chapter => ({ id: chapter.id, sections: chapter.sections.map(section => section.id) })),
      hidden: chapters.flatMap(chapter => chapter.sections.filter(({ hidden }) => hidden).map(section => section.id)),
    }),
    send: async body => {
      say(null)
      await api('PUT /editions/:id/outline', { params: { id }, body })
      await invalidate(...editionRoutes)
      say('Susunan disimpan.')
    },
  })
  return (
    <details className={styles.ready}>
      <summary>Atur susunan bagian</summary>
      <p className={styles.quiet}>
        Babnya tetap menurut peraturan. Nomor mengikuti urutan, dan bagian yang tidak wajib boleh tidak dimuat.
      </p>
      <PageForm of={form} fields={chapters.map((_, nth) => `chapters.${nth}`)} action="Simpan susunan" said={said}>
        {chapters.map(
          ({ id: chapter, number, title, sections }, nth) =>
            sections.length > 1 && (
              <FieldGroup key={chapter} label={`${number} ${title}`} error={form.errorAt(`chapters.${nth}`)}>
                <OrderedParts
                  items={sections}
                  nameOf={section => section.title}
                  removable={() => false}
                  onChange={ordered =>
                    setChapters(all => all.map(one => (one.id === chapter ? { ...one, sections: ordered } : one)))
                  }
                >
                  {(section, _, change) =>
                    section.optional && (
                      <Checkbox
                        label={
                          <>
                            Dimuat<span className="visually-hidden">: {section.title}</span>
                          </>
                        }
                        checked={!section.hidden}
                        onChange={event => change({ ...section, hidden: !event.target.checked })}
                      />
                    )
                  }
                </OrderedParts>
              </FieldGroup>
            ),
        )}
      </PageForm>
    </details>
  )
}
