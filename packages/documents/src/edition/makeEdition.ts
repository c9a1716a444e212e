import type { FrozenEdition } from '@sepakat/rules/editions/FrozenEdition.ts'
import { editionCsv } from './editionCsv.ts'
import { editionDocx } from './editionDocx.ts'
import { editionJson } from './editionJson.ts'
import type { EditionLook } from './editionPaper.ts'
import { editionPdf } from './editionPdf.ts'
import { editionXlsx } from './editionXlsx.ts'

const makers = { pdf: editionPdf, docx: editionDocx, xlsx: editionXlsx, json: editionJson, csv: editionCsv }

export interface EditionOrder {
  way: keyof typeof makers
  edition: FrozenEdition
  look: EditionLook | undefined
}

/** An edition as a file of the way that is asked. */
export const makeEdition = ({ way, edition, look }: EditionOrder): Promise<Uint8Array> | Uint8Array =>
  makers[way](edition, look)
