// How the reference data came to be: `node tools/convert-domain/convert.ts FOLDER` reads the collected material and writes the
// catalogues and prisma/reference. It ran once; what it wrote is data from then on and is corrected there.
import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { assignments } from './assignments.ts'
import { lkeCatalogue } from './lkeCatalogue.ts'
import { lppdCatalogue } from './lppdCatalogue.ts'
import { offices } from './offices.ts'
import { spmCatalogue } from './spmCatalogue.ts'
import { writeCatalogue, writeList } from './write.ts'

const folder = process.argv[2]
if (!folder) throw new Error('usage: node tools/convert-domain/convert.ts FOLDER')
const root = join(import.meta.dirname, '../..')
const text = (name: string) => readFileSync(join(folder, name), 'utf8')
const json = (name: string) => JSON.parse(text(name))
const kind = (name: string) => {
  const path = join(root, 'packages/rules/src/kinds', name)
  mkdirSync(path, { recursive: true })
  return join(path, 'catalogue.json')
}

const spm = spmCatalogue(json('spm-catalogue.json'))
const lppd = lppdCatalogue(json('lppd-ikk.json'))
writeCatalogue(kind('spm-triwulan'), spm.catalogue)
writeCatalogue(kind('lppd-tahunan'), lppd.catalogue)
writeCatalogue(kind('sakip-evaluasi'), lkeCatalogue(json('sakip-lke.json')))

const reference = join(root, 'prisma/reference')
mkdirSync(reference, { recursive: true })
const units = offices(json('nunukan-opd.json').perangkat_daerah, join(reference, 'offices.json'))
writeList(join(reference, 'offices.json'), units)
writeList(
  join(reference, 'assignments.json'),
  assignments(text('assignments-nunukan.tsv'), units, { 'spm/triwulan': spm.rowOf, 'lppd/tahunan': lppd.rowOf }),
)
