import type { FrozenEdition } from '@sepakat/rules/editions/FrozenEdition.ts'
import { editionCsv } from './editionCsv.ts'
import { editionDocx } from './editionDocx.ts'
import { editionJson } from './editionJson.ts'
import type { EditionLook } from './editionPaper.ts'
import { editionPdf } from './editionPdf.ts'
import { editionXlsx } from './editionXlsx.ts'

interface Way {
  /** The type of the file, and how its name ends. */
  type: string
  ending: string
  make: (edition: FrozenEdition, look?: EditionLook) => Promise<Uint8Array> | Uint8Array
}

/** In which ways an edition comes out. */
export const editionWays = {
  pdf: { type: 'application/pdf', ending: 'pdf', make: editionPdf },
  docx: {
    type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    ending: 'docx',
    make: editionDocx,
  },
  xlsx: {
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    ending: 'xlsx',
    make: editionXlsx,
  },
  json: { type: 'application/json', ending: 'json', make: editionJson },
  csv: { type: 'application/zip', ending: 'zip', make: editionCsv },
} satisfies Record<string, Way>
