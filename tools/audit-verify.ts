/**
 * `npm run audit:verify [-- --anchor=N:HASH]`: names whatever of history, revisions, figures, catalogues and files is not as it was
 * written. `--anchor` is a seal noted earlier outside the system (receipts print it): with it, history that was written anew as a
 * whole is found too. Ends with 0 when everything is whole, 1 when something is not.
 */
import { createHash } from 'node:crypto'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { Refusal } from '@sepakat/db/engine/refusal.ts'
import { latestSealMark } from '@sepakat/db/history/seal.ts'
import { verifyHistory } from '@sepakat/db/history/verify/verify-history.ts'
import { type Anchor, readAnchor } from '@sepakat/db/history/verify/verify-seals.ts'
import { withSnapshot } from '@sepakat/db/history/verify/with-snapshot.ts'
import { diskStore } from '../apps/api/src/storage/disk-store.ts'
import { FileMissing, type FileStore } from '../apps/api/src/storage/file-store.ts'
import { openDatabaseOf } from './database.ts'
import { runTool } from './run-tool.ts'
import { readSettings } from './settings.ts'

const usage = 'Cara pakai: npm run audit:verify [-- --anchor=NOMOR:SIDIK], misalnya --anchor=1042:9bcf972028cb8580…'

function givenAnchor(): Anchor | null {
  let text: string | undefined
  try {
    text = parseArgs({ options: { anchor: { type: 'string' } } }).values.anchor
  } catch {
    throw new Refusal(usage)
  }
  if (text === undefined) return null
  const anchor = readAnchor(text)
  if (anchor === null) throw new Refusal(`--anchor tidak terbaca: ${text}\n${usage}`)
  return anchor
}

const hashIn = (store: FileStore) => async (sha256: string) => {
  try {
    const hash = createHash('sha256')
    for await (const chunk of await store.read(sha256)) hash.update(chunk as Buffer)
    return hash.digest('hex')
  } catch (error) {
    if (error instanceof FileMissing) return null
    throw error
  }
}

await runTool(async () => {
  const anchor = givenAnchor()
  const settings = readSettings(process.env)
  const database = await openDatabaseOf(settings)
  try {
    const store = await diskStore(path.resolve(process.env.FILES_DIR || path.join(settings.dataDir, 'files')))
    let found = 0
    const newest = await withSnapshot(database.urls.ownerUrl, async db => {
      for await (const { code, where, message } of verifyHistory(db, { fileHash: hashIn(store), anchor })) {
        found += 1
        console.log(`TIDAK COCOK  [${code}] ${where}: ${message}`)
      }
      return latestSealMark(db)
    })
    console.log(found === 0 ? 'Utuh: semuanya seperti ketika ditulis.' : `${found} tidak cocok.`)
    if (newest)
      console.log(`Segel terakhir ${newest}. Catat di luar sistem ini, untuk diberikan kembali sebagai --anchor.`)
    return found === 0 ? 0 : 1
  } finally {
    await database.close()
  }
})
