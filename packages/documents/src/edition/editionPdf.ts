import type { FrozenEdition } from '@sepakat/rules/editions/FrozenEdition.ts'
import { draw } from '../typst/draw.ts'
import { type EditionLook, editionPaper } from './editionPaper.ts'

/** An edition as PDF/UA-1. */
export const editionPdf = (edition: FrozenEdition, look?: EditionLook): Uint8Array =>
  draw({ template: 'edition', paper: JSON.stringify(editionPaper(edition, look)) })
