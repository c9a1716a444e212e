import type { FrozenEdition } from '@sepakat/rules/editions/FrozenEdition.ts'
import { typeset } from '../typst/typeset.ts'
import { type EditionLook, editionPaper } from './editionPaper.ts'

/** An edition as PDF/UA-1, in a process that ends with it. @throws what the compiler said, or that it took too long */
export const editionPdf = (edition: FrozenEdition, look?: EditionLook): Promise<Buffer> =>
  typeset(editionPaper(edition, look))
