import { createHash } from 'node:crypto'
import { parseArgs } from 'node:util'
import {
  type Anchor,
  type AuditRun,
  auditState,
  mostFindings,
  noteAuditRun,
  readAnchor,
  sealMark,
  type Tampering,
  verifyHistory,
  withSnapshot,
} from '@sepakat/db'
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
 * it, history that was rewritten as a whole, with its seals, is found as well. The result is noted for the audit trail on screen, by
 * the owner's account.
 */
const run = async (): Promise<number> => {
  const { anchor } = parseArgs({ options: { anchor: { type: 'string' } } }).values
  const noted = anchor === undefined ? null : anchorOf(anchor)
  const config = readConfig(process.env)
  const store = await diskStore(config.filesDir)
  const account = decodeURIComponent(new URL(config.databaseUrl).username)
  const at = new Date()
  const findings: Tampering[] = []
  const { found, seal } = await withSnapshot(config.databaseUrl, async db => {
    let found = 0
    for await (const finding of verifyHistory(db, { fileHash: hashIn(store), anchor: noted, account })) {
      found += 1
      if (found <= mostFindings) findings.push(finding)
      say(`TIDAK COCOK [${finding.code}] ${finding.where}: ${finding.message} ${sinceWhen(finding.at)}`)
    }
    return { found, seal: (await auditState(db)).seal }
  })
  say(found === 0 ? 'Utuh: semuanya seperti ketika ditulis.' : `${found} tidak cocok.`)
  if (seal) say(`Segel terakhir ${sealMark(seal)}. Catat di luar sistem ini, untuk diberikan kembali sebagai --anchor.`)
  await note({ at, found, findings, seal, anchored: noted !== null })
  return found === 0 ? 0 : 1
}

/** The result is the command's own, also where it cannot be noted. */
const note = async (run: AuditRun): Promise<void> => {
  const { DATABASE_URL = '', DIRECT_DATABASE_URL: ownerUrl = DATABASE_URL } = process.env
  try {
    await noteAuditRun(ownerUrl, run)
  } catch (error) {
    say(`Hasil ini tidak dapat dicatat untuk Jejak audit: ${(error as Error).message}`)
  }
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
