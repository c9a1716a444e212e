import { copyFile, mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { editionDocx } from '../../src/edition/editionDocx.ts'
import { editionXlsx } from '../../src/edition/editionXlsx.ts'
import { exampleEdition } from '../../src/testing/exampleEdition.ts'
import { resave } from './resave.ts'
import { runProgram } from './runProgram.ts'

const kept = new URL('../../testdata/libreoffice/', import.meta.url)

/** Writes what LibreOffice made of a small edition, with its version, where `npm test` reads it. */
export async function keepFixtures(folder: string): Promise<void> {
  const edition = exampleEdition({ tables: 5, lines: 9 })
  await mkdir(kept, { recursive: true })
  const out = path.join(folder, 'saved')
  await mkdir(out)
  for (const [name, make] of [
    ['docx', editionDocx],
    ['xlsx', editionXlsx],
  ] as const) {
    const file = path.join(folder, `edition.${name}`)
    await writeFile(file, await make(edition))
    await copyFile(await resave(file, name, out), new URL(`edition.${name}`, kept))
  }
  await writeFile(new URL('version.txt', kept), (await runProgram('soffice', ['--version'])) ?? '')
}
