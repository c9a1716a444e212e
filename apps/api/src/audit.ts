import { createHash } from 'node:crypto'
import { parseArgs } from 'node:util'
import { type Anchor, latestSealMark, readAnchor, verifyHistory, withSnapshot } from '@sepakat/db'
import { ConfigError, readConfig } from './config.ts'
import { diskStore } from './storage/diskStore.ts'
import { FileMissing, type FileStore } from './storage/fileStore.ts'

const usage = 'Cara pakai: npm run audit:verify [-- --anchor=NOMOR:SIDIK], misalnya --anchor=1042:9bcf972028cb8580\n'
const say = (line: string) => process.stdout.write(`${line}\n`)

/** History tells when a thing was last as recorded, not when it was changed: that is between then and now. */
const sinceWhen = (at: string | null): string =>
  at === null ? '(ditemukan saat pemeriksaan ini)' : `(diubah sesudah ${at.slice(0, 19).replace('T', ' ')} UTC)`

const anchorOf = (text: string): Anchor => {
  const anchor = readAnchor(text)
  if (anchor === null) throw new ConfigError([`--anchor tidak terbaca: ${text}`])
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

/**
 * Names whatever of guards, rights, history, reports, people, revisions, figures, changes, catalogues and files is not as it was
 * written and since when, and ends with 0 when everything is whole, 1 when something is not. `--anchor` is a seal noted earlier outside the system (receipts carry it): with
 * it, history that was rewritten as a whole, with its seals, is found as well.
 */
const run = async (): Promise<number> => {
  const { anchor } = parseArgs({ options: { anchor: { type: 'string' } } }).values
  const noted = anchor === undefined ? null : anchorOf(anchor)
  const config = readConfig(process.env)
  const store = await diskStore(config.filesDir)
  const account = decodeURIComponent(new URL(config.databaseUrl).username)
  return withSnapshot(config.databaseUrl, async db => {
    let found = 0
    for await (const { code, where, message, at } of verifyHistory(db, {
      fileHash: hashIn(store),
      anchor: noted,
      account,
    })) {
      found += 1
      say(`TIDAK COCOK [${code}] ${where}: ${message} ${sinceWhen(at)}`)
    }
    say(found === 0 ? 'Utuh: semuanya seperti ketika ditulis.' : `${found} tidak cocok.`)
    const seal = await latestSealMark(db)
    if (seal) say(`Segel terakhir ${seal}. Catat di luar sistem ini, untuk diberikan kembali sebagai --anchor.`)
    return found === 0 ? 0 : 1
  })
}

run().then(
  code => {
    process.exitCode = code
  },
  (error: Error & { code?: string }) => {
    const wrong = error instanceof ConfigError || error.code?.startsWith('ERR_PARSE_ARGS')
    process.stderr.write(wrong ? `${error.message}\n${usage}` : `${error.stack}\n`)
    process.exitCode = 2
  },
)
