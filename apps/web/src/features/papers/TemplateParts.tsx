import { useState } from 'react'
import { OrderedParts } from '#administration/OrderedParts.tsx'
import { Button } from '#ui/Button.tsx'
import { SelectField } from '#ui/SelectField.tsx'
import styles from './Papers.module.css'
import { PartFields } from './PartFields.tsx'
import { newPart, partWords } from './partWords.ts'
import type { Names, TemplatePart } from './queries.ts'

interface TemplatePartsProps {
  parts: readonly TemplatePart[]
  names: Names
  at: string
  errorAt: (field: string) => string | undefined
  onChange: (parts: TemplatePart[]) => void
}

/** The parts of a template in their order, and one more. */
export function TemplateParts({ parts, names, at, errorAt, onChange }: TemplatePartsProps) {
  const sorts = (Object.keys(partWords) as TemplatePart['part'][]).filter(part => newPart(part, names) !== null)
  const [sort, setSort] = useState<TemplatePart['part']>('text')
  const add = () => {
    const part = newPart(sort, names)
    if (part) onChange([...parts, part])
  }
  return (
    <div className={at === 'template' ? undefined : styles.inner}>
      <OrderedParts items={parts} nameOf={({ part }) => partWords[part]} onChange={onChange}>
        {(part, nth, change) => (
          <PartFields
            part={part}
            names={names}
            at={`${at}.${nth}`}
            errorAt={errorAt}
            onChange={change}
            nested={
              part.part === 'each' && (
                <TemplateParts
                  parts={part.parts}
                  names={{ ...names, each: [] }}
                  at={`${at}.${nth}.parts`}
                  errorAt={errorAt}
                  onChange={parts => change({ ...part, parts: parts as typeof part.parts })}
                />
              )
            }
          />
        )}
      </OrderedParts>
      <div className={styles.add}>
        <SelectField
          label="Bagian baru"
          options={sorts.map(value => ({ value, label: partWords[value] }))}
          value={sort}
          onChange={value => setSort(value as TemplatePart['part'])}
        />
        <Button icon="plus" onClick={add}>
          Tambah bagian
        </Button>
      </div>
    </div>
  )
}
