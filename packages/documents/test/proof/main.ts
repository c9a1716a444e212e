/**
 * The proof of documents: an edition as large as a regency's in each way out, looked at by programs that are not ours: poppler's,
 * and LibreOffice. Called by `npm run soak documents`. `--editions=FOLDER` looks at those that the product made instead; `--keep` writes
 * the files that LibreOffice re-saved where `npm test` reads them.
 * @module
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { findings } from './findings.ts'
import { keepFixtures } from './keepFixtures.ts'
import { proveEditions } from './proveEditions.ts'
import { proveOffice } from './proveOffice.ts'
import { provePdf } from './provePdf.ts'
import { proveSignature } from './proveSignature.ts'

const { values } = parseArgs({
  options: {
    editions: { type: 'string' },
    keep: { type: 'boolean' },
    short: { type: 'boolean' },
    seed: { type: 'string' },
  },
})
const folder = await mkdtemp(path.join(tmpdir(), 'documents-'))
try {
  if (values.keep) {
    await keepFixtures(folder)
  } else {
    if (values.editions) {
      await proveEditions(folder, values.editions)
    } else {
      await provePdf(folder, Number(values.seed ?? 1))
      await proveOffice(folder)
      await proveSignature(folder)
    }
    process.stdout.write(findings.report())
    process.exitCode = findings.failed() > 0 ? 1 : 0
  }
} finally {
  await rm(folder, { recursive: true, force: true })
}
