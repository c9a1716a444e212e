/** The commands as an administrator runs them: real processes, the embedded PostgreSQL, and a server of one's own. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { withClient } from '@sepakat/db/engine/client.ts'
import { livingIn } from '@sepakat/db/engine/postmaster.ts'
import { openServer } from '@sepakat/db/engine/server.ts'
import { migrationStatus } from '@sepakat/db/migrate/migrate.ts'
import { migrateAsOf } from '@sepakat/db/migrate/migrateAsOf.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { prepareCode } from './prepare.ts'
import { root } from './root.ts'

const before = path.join(root, 'apps/api/test/proofs/release-0.1.tar')
const passphrase = 'empat kata sandi cadangan'
const scratch = mkdtempSync(path.join(tmpdir(), 'sepakat-commands-'))
const dataDir = path.join(scratch, 'data')
const backupDir = path.join(scratch, 'backups')

/** Runs a command to its end; gives its exit code and what it said. */
async function run(
  tool: string,
  args: string[] = [],
  env: NodeJS.ProcessEnv = {},
): Promise<{ code: number; said: string }> {
  const all = ['--disable-warning=ExperimentalWarning', path.join(root, 'tools', `${tool}.ts`), ...args]
  const own = { NODE_ENV: undefined, DATA_DIR: dataDir, BACKUP_DIR: backupDir, TMPDIR: scratch }
  const child = spawn(process.execPath, all, { cwd: root, env: { ...process.env, ...own, ...env } })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', part => (said += part))
  const [code] = await once(child, 'close')
  return { code, said }
}

const inDatabase = async (sql: string) => {
  const server = await openServer(dataDir)
  return (await withClient(server.url('owner'), client => client.query(sql))).rows
}
const backups = () => (existsSync(backupDir) ? readdirSync(backupDir).sort() : [])

beforeAll(() => prepareCode())
afterAll(async () => {
  if (livingIn(path.join(dataDir, 'postgres')).length > 0) await (await openServer(dataDir)).stop()
  rmSync(scratch, { recursive: true, force: true })
})

describe('npm run restore', () => {
  it('says how it is used, and that a file is not there', async () => {
    expect(await run('restore')).toEqual({
      code: 1,
      said: expect.stringContaining('Cara pakai: npm run restore -- [--no-upgrade] BERKAS'),
    })
    const missing = await run('restore', [path.join(scratch, 'none.tar')])
    expect([missing.code, missing.said]).toEqual([1, expect.stringContaining('none.tar tidak ada')])
  })

  it('that failed leaves the folder for another try, and no product starts on it meanwhile', async () => {
    const cut = path.join(scratch, 'cut.tar')
    cpSync(before, cut)
    truncateSync(cut, 200_000)
    const { code, said } = await run('restore', [cut])
    expect([code, said]).toEqual([1, expect.stringMatching(/rusak atau terpotong[\s\S]*Tidak ada yang dipulihkan/)])
    const started = await run('start')
    expect(started).toEqual({
      code: 1,
      said: `Pemulihan ke ${dataDir} belum selesai. Ulangi sampai selesai: npm run restore -- BERKAS\n`,
    })
    expect((await run('backup')).code).toBe(1)
  })

  it('puts what the release before wrote into an empty folder, and proves it', async () => {
    const { code, said } = await run('restore', [before])
    expect(said).toContain('37 tabel, 4650 baris, 2 berkas: jumlah dan sidiknya sama.')
    expect(said).toContain('Pemulihan selesai; semuanya utuh.')
    expect(code).toBe(0)
    expect(await inDatabase('SELECT kind FROM backup_run ORDER BY kind')).toEqual([
      { kind: 'backup' },
      { kind: 'restore' },
    ])
  })

  it('refuses a folder that is not empty', async () => {
    const { code, said } = await run('restore', [before])
    expect([code, said]).toEqual([
      1,
      expect.stringContaining(`Folder ${dataDir} sudah berisi. Pulihkan ke tempat kosong`),
    ])
    expect(await inDatabase('SELECT count(*)::int AS n FROM submission')).toEqual([{ n: expect.any(Number) }])
  })
})

describe('npm run backup', () => {
  it('refuses a passphrase that would protect nothing', async () => {
    const { code, said } = await run('backup', [], { BACKUP_PASSPHRASE: 'rahasia' })
    expect([code, said]).toEqual([1, expect.stringContaining('BACKUP_PASSPHRASE paling sedikit 12 huruf')])
    expect(backups()).toEqual([])
  })

  it('keeps all in one encrypted file, and takes away what a killed one left', async () => {
    const left = path.join(backupDir, 'sepakat-left.tar.part')
    cpSync(before, left, { recursive: true })
    const { code, said } = await run('backup', [], { BACKUP_PASSPHRASE: passphrase })
    expect([code, said]).toEqual([0, expect.stringContaining('2 berkas')])
    expect(backups()).toEqual([expect.stringMatching(/^sepakat-.*\.tar\.age$/)])
  })
})

describe('npm run restore -- --drill', () => {
  it('proves the newest backup in a place that is thrown away, and notes it with the installation', async () => {
    const { code, said } = await run('restore', ['--drill'], { BACKUP_PASSPHRASE: passphrase })
    expect([code, said]).toEqual([0, expect.stringMatching(/Utuh: semuanya[\s\S]*Uji pemulihan berhasil/)])
    expect(readdirSync(scratch).filter(name => name.startsWith('sepakat-drill-'))).toEqual([])
    expect(await inDatabase(`SELECT file, well FROM backup_run WHERE kind = 'drill'`)).toEqual([
      { file: backups()[0], well: true },
    ])
  })

  it('that could not be carried out says nothing of the backup', async () => {
    const { code, said } = await run('restore', ['--drill'], { BACKUP_PASSPHRASE: 'bukan sandi yang dipakai' })
    expect([code, said]).toEqual([1, expect.stringContaining('Uji pemulihan tidak selesai')])
    expect(await inDatabase(`SELECT 1 FROM backup_run WHERE kind = 'drill'`)).toHaveLength(1)
  })

  it('that fails ends with 1 and is noted too', async () => {
    const file = path.join(backupDir, backups()[0]!)
    const bytes = readFileSync(file)
    writeFileSync(file, bytes.fill(0, bytes.length - 5000, bytes.length - 4000))
    const { code, said } = await run('restore', ['--drill', file], { BACKUP_PASSPHRASE: passphrase })
    expect([code, said]).toEqual([1, expect.stringMatching(/rusak atau terpotong[\s\S]*Uji pemulihan GAGAL/)])
    expect(await inDatabase(`SELECT well FROM backup_run WHERE kind = 'drill' ORDER BY at DESC LIMIT 1`)).toEqual([
      { well: false },
    ])
  })
})

describe('an upgrade', () => {
  it('keeps the data before it migrates them, with which the release before is restored', async () => {
    const server = await openServer(dataDir)
    await withClient(server.url('superuser', 'postgres'), client => client.query('CREATE DATABASE tua OWNER sepakat'))
    const head = JSON.parse(readHead())
    await migrateAsOf(server.url('owner', 'tua'), head.migrations)
    const env = {
      DATABASE_URL: server.url('owner', 'tua'),
      DATA_DIR: dataDir,
      BACKUP_DIR: path.join(scratch, 'upgrade'),
    }
    const { code, said } = await run('db-migrate', [], env)
    expect([code, said]).toEqual([
      0,
      expect.stringMatching(
        /^Pembaruan basis data: .*20261201060000_backup_runs[\s\S]*\nCadangan: [\s\S]*\npending: –/,
      ),
    ])
    const [made = ''] = readdirSync(env.BACKUP_DIR)
    await withClient(server.url('superuser', 'postgres'), client =>
      client.query('CREATE DATABASE kembali OWNER sepakat'),
    )
    const back = { DATABASE_URL: server.url('owner', 'kembali'), DATA_DIR: path.join(scratch, 'back') }
    const restored = await run('restore', ['--no-upgrade', path.join(env.BACKUP_DIR, made)], back)
    expect([restored.code, restored.said]).toEqual([0, expect.stringContaining('Jalankan dengan SEPAKAT 0.1.0')])
    expect((await migrationStatus(back.DATABASE_URL)).applied).toEqual(head.migrations.map(nameOf))
    const again = await run('restore', [path.join(env.BACKUP_DIR, made)], {
      ...back,
      DATA_DIR: path.join(scratch, 'more'),
    })
    expect(again.said).toContain('Basis data di DATABASE_URL sudah berisi.')
  })
})

const nameOf = ({ name }: { name: string }) => name

/** The head of the kept backup: the first entry of a tar, after its block. */
function readHead(): string {
  const bytes = readFileSync(before)
  return bytes.toString('utf8', 512, 512 + Number.parseInt(bytes.toString('ascii', 124, 135), 8))
}
