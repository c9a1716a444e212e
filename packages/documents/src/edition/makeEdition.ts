import type { FrozenEdition } from '@sepakat/rules/editions/FrozenEdition.ts'
import type { EditionLook } from './editionPaper.ts'

type Make = (edition: FrozenEdition, look?: EditionLook) => Promise<Uint8Array> | Uint8Array

/** Each brings a library of its own: a process that makes one has room for no other. */
const makers = {
  pdf: async (): Promise<Make> => (await import('./editionPdf.ts')).editionPdf,
  docx: async (): Promise<Make> => (await import('./editionDocx.ts')).editionDocx,
  xlsx: async (): Promise<Make> => (await import('./editionXlsx.ts')).editionXlsx,
  json: async (): Promise<Make> => (await import('./editionJson.ts')).editionJson,
  csv: async (): Promise<Make> => (await import('./editionCsv.ts')).editionCsv,
}

export interface EditionOrder {
  way: keyof typeof makers
  edition: FrozenEdition
  look: EditionLook | undefined
}

/** An edition as a file of the way that is asked. */
export const makeEdition = async ({ way, edition, look }: EditionOrder): Promise<Uint8Array> =>
  (await makers[way]())(edition, look)
