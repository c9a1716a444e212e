import { createHash } from 'node:crypto'
import { type EditionJob, moveEditionFile, readEdition, readEditionFile, reader, snapshot } from '@sepakat/db'
import { editionWays } from '@sepakat/documents'
import { editionKinds, publicEdition } from '@sepakat/rules'
import { editionData } from '#features/editions/editionData.ts'
import { documentOf } from '#features/editions/findEdition.ts'
import type { Ground } from '#http/deps.ts'
import { paperAddress } from '#storage/fileStore.ts'
import { keepBytes } from '#storage/keepBytes.ts'
import { emblemOnPaper } from '#submissions/emblemOnPaper.ts'

const failure = 'Berkas ini tidak dapat dibuat. Pesan lagi; bila tetap gagal, hubungi pengelola.'

/** Makes a file of an edition that was ordered. One that was cancelled meanwhile is not kept. @throws what kept it from being made */
export const renderEdition = async (
  { db, storage, clock }: Pick<Ground, 'db' | 'storage' | 'clock'>,
  { edition: id, file: fileId }: EditionJob,
): Promise<void> => {
  const tx = reader(db)
  const [edition, file] = await Promise.all([readEdition(tx, id), readEditionFile(tx, id, fileId)])
  if (!edition || !file) return
  const goesOn = (progress: number) => moveEditionFile(tx, fileId, { status: 'making', progress, problem: null })
  if (!(await goesOn(5))) return
  try {
    const kind = editionKinds[edition.type]
    const data = () => snapshot(db, inside => editionData(inside, kind, edition.period))
    const whole = await documentOf(tx, { edition, kind }, data)
    // what the system itself orders is for the public
    const document = file.orderedBy.actor === 'system' ? publicEdition(whole) : whole
    if (!(await goesOn(30))) return
    const bytes = await editionWays[file.format].make(document, { emblem: await emblemOnPaper(tx) })
    if (!(await goesOn(90))) return
    const address = paperAddress(createHash('sha256').update(bytes).update(fileId).digest('hex'))
    await keepBytes(storage, bytes, address)
    await moveEditionFile(tx, fileId, { status: 'done', progress: 100, address, bytes: bytes.length, doneAt: clock() })
  } catch (error) {
    await moveEditionFile(tx, fileId, { status: 'failed', problem: failure })
    throw error
  }
}
