import { describe, expect, it } from 'vitest'
import { placesIn } from '../papers/fillPlaces.ts'
import { receiptId } from '../papers/receipt.ts'
import { returnLetterId } from '../papers/returnLetter.ts'
import { kinds } from './index.ts'
import { paperOf } from './paperOf.ts'

const named = Object.values(kinds).flatMap(({ form, papers = {} }) =>
  [...Object.keys(papers), receiptId, returnLetterId].map(id => [form, id] as const),
)

describe.each(named)('%s: %s', (form, id) => {
  const paper = paperOf(form, id)!

  it('is made by a template that names only what its kind has', () => {
    const texts = paper.template.flatMap(part =>
      part.part === 'title' || part.part === 'lines'
        ? part.lines
        : part.part === 'facts'
          ? part.facts.map(({ said }) => said)
          : part.part === 'signatures'
            ? [part.on]
            : part.part === 'letterhead'
              ? [part.office ?? '']
              : 'text' in part
                ? [part.text]
                : [],
    )
    expect(texts.flatMap(placesIn).filter(place => !Object.hasOwn(paper.places, place))).toEqual([])
    for (const part of paper.template) {
      if (part.part === 'table') expect(paper.tables).toHaveProperty(part.table)
      if (part.part === 'signatures') for (const { signer } of part.by) expect(paper.signers).toHaveProperty(signer)
    }
  })
})

it('there is none of a name that no kind has', () => {
  for (const id of ['lain', 'constructor', 'toString']) expect(paperOf('sakip/perjanjian-kinerja', id)).toBeUndefined()
  expect(paperOf('spm/triwulan', 'perjanjian-kinerja')).toBeUndefined()
})
