import type { FrozenEdition } from '@sepakat/rules/editions/FrozenEdition.ts'
import { runApart } from '../apart/runApart.ts'
import type { EditionLook } from './editionPaper.ts'
import type { EditionOrder } from './makeEdition.ts'

const process = new URL('editionProcess.ts', import.meta.url)

const way = (name: EditionOrder['way'], type: string, ending: string) => ({
  /** The type of the file, and how its name ends. */
  type,
  ending,
  /** Made in a process of its own. @throws what it said, or that it took too long */
  make: (edition: FrozenEdition, look?: EditionLook): Promise<Buffer> =>
    runApart(process, { way: name, edition, look } satisfies EditionOrder),
})

const office = 'application/vnd.openxmlformats-officedocument'

/** In which ways an edition comes out. */
export const editionWays = {
  pdf: way('pdf', 'application/pdf', 'pdf'),
  docx: way('docx', `${office}.wordprocessingml.document`, 'docx'),
  xlsx: way('xlsx', `${office}.spreadsheetml.sheet`, 'xlsx'),
  json: way('json', 'application/json', 'json'),
  csv: way('csv', 'application/zip', 'zip'),
}
