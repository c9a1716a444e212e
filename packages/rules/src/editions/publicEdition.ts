import type { EditionChart, FrozenEdition } from './FrozenEdition.ts'

/** As the public is given it: without who approved it and who reviewed it; what it says and its hash are as they were frozen. */
export const publicEdition = (edition: FrozenEdition): FrozenEdition => ({
  ...edition,
  frozen: edition.frozen && { ...edition.frozen, by: '' },
  annexes: edition.annexes.filter(({ id }) => id !== reviewAnnexId),
})

/** The annex with the statement of review, which is signed by a person. */
export const reviewAnnexId = 'review'

/** The charts of its chapters, in their order. */
export const chartsOf = ({ chapters }: FrozenEdition): EditionChart[] =>
  chapters.flatMap(({ sections }) =>
    sections.flatMap(({ blocks }) => blocks.flatMap(block => (block.block === 'chart' ? [block.chart] : []))),
  )
