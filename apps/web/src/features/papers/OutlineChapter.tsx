import { OrderedParts } from '#administration/OrderedParts.tsx'
import { newId } from '#sync/newId.ts'
import { Button } from '#ui/Button.tsx'
import { Checkbox } from '#ui/Checkbox.tsx'
import { FieldGroup } from '#ui/Field.tsx'
import { TextArea } from '#ui/TextArea.tsx'
import { TextField } from '#ui/TextField.tsx'
import type { ChapterFields, SectionFields } from './outlineFields.ts'

interface OutlineChapterProps {
  chapter: ChapterFields
  /** The place of its sections in what is sent: `outline.chapters.2.sections`. */
  at: string
  errorAt: (field: string) => string | undefined
  onChange: (sections: SectionFields[]) => void
}

const ownSection = (): SectionFields => ({
  id: `own-${newId()}`,
  title: '',
  own: true,
  optional: true,
  hidden: false,
  text: null,
})

/** The sections of a chapter in their order, and one more of the region's own. */
export function OutlineChapter({ chapter: { number, title, sections }, at, errorAt, onChange }: OutlineChapterProps) {
  const nameOf = ({ title: name }: SectionFields) => name || 'Bagian baru'
  return (
    <FieldGroup label={`${number} ${title}`.trim()}>
      <OrderedParts items={sections} nameOf={nameOf} removable={({ own }) => own} onChange={onChange}>
        {(section, nth, change) => {
          const of = <span className="visually-hidden"> {nameOf(section)}</span>
          return (
            <>
              <TextField
                label={<>Judul{of}</>}
                value={section.title}
                onChange={event => change({ ...section, title: event.target.value })}
                error={errorAt(`${at}.${nth}.title`) ?? errorAt(`${at}.${nth}.id`)}
              />
              {section.optional && !section.own && (
                <Checkbox
                  label={<>Dimuat{of}</>}
                  checked={!section.hidden}
                  onChange={event => change({ ...section, hidden: !event.target.checked })}
                />
              )}
              {section.text === null ? (
                <div>
                  <Button small kind="quiet" icon="plus" onClick={() => change({ ...section, text: '' })}>
                    Tambah naskah tetap{of}
                  </Button>
                </div>
              ) : (
                <TextArea
                  label={<>Naskah tetap{of}</>}
                  optional
                  hint="Satu baris kosong memisahkan paragraf."
                  rows={5}
                  value={section.text}
                  onChange={event => change({ ...section, text: event.target.value })}
                  error={errorAt(`${at}.${nth}.text`)}
                />
              )}
            </>
          )
        }}
      </OrderedParts>
      <div>
        <Button small icon="plus" onClick={() => onChange([...sections, ownSection()])}>
          Tambah bagian<span className="visually-hidden"> di {`${number} ${title}`.trim()}</span>
        </Button>
      </div>
    </FieldGroup>
  )
}
