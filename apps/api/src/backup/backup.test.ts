import { randomBytes } from 'node:crypto'
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { enqueue, openDatabase, transaction } from '@sepakat/db'
import { v7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { type Filing, filing } from '#testing/filing.ts'
import { backUp, onAnotherMachine, tamperings } from '#testing/restoring.ts'
import { type TestApi, testApi } from '#testing/testApi.ts'
import { pdf, upload } from '#testing/upload.ts'
import type { Entry } from './fileFormat.ts'
import { writeBackupFile } from './writeBackupFile.ts'

let api: TestApi
let team: Filing
let folder: string
let report: string
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'sepakat-backups-'))
  api = await testApi()
  team = await filing(api)
  report = await team.begin()
  await team.set(report, { '/recipients/gepeng/due': '4800', '/recipients/gepeng/served': '4512' })
  await upload(team.operator, report)
  await team.through(report, ['operator', 'submit'])
})
afterAll(async () => {
  await api.close()
  await rm(folder, { recursive: true })
})

const fileNamed = (name: string) => path.join(folder, name)
const restored = async (file: string) => {
  const there = await onAnotherMachine(file)
  onTestFinished(() => there.close())
  return there
}

describe('a backup', () => {
  it('keeps one moment of an installation that goes on working, and restores to it whole', async () => {
    const draft = await team.begin()
    let isOver = false
    const typing = (async () => {
      let base = 0
      for (; !isOver; base += 1) {
        const change = { changeId: v7(), op: 'set', pointer: '/recipients/gepeng/due', value: String(base + 1), base }
        await team.operator.call('PATCH', `/submissions/${draft}/answers`, { changes: [change] })
      }
      return base
    })()
    const { manifest } = await backUp(api, fileNamed('busy.tar'))
    isOver = true
    expect(await typing).toBeGreaterThan(1)
    const there = await restored(fileNamed('busy.tar'))
    expect(there.restored).toMatchObject({ manifest: { files: 1, damaged: [] }, strange: [] })
    expect(await tamperings(there)).toEqual([])
    const count = async (of: TestApi, table: string) =>
      (await of.db.pool.query(`SELECT count(*)::int AS n FROM ${table}`)).rows[0].n
    expect(await count(there, 'revision')).toBe(await count(api, 'revision'))
    expect(await count(there, 'event')).toBe(manifest.tables.event?.rows)
  })

  it('restores what is stored outside the rows: rights, guards, the next receipt, jobs that waited', async () => {
    await transaction(api.db, async tx => enqueue(tx, 'print', 'asked for', { submission: report, n: 1 }))
    await backUp(api, fileNamed('beside.tar'))
    const there = await restored(fileNamed('beside.tar'))
    await expect(there.db.pool.query(`UPDATE event SET type = 'x'`)).rejects.toMatchObject({ code: '42501' })
    const owner = openDatabase({ url: there.ownerUrl, max: 1 })
    await expect(owner.pool.query(`UPDATE event SET type = 'x'`)).rejects.toMatchObject({ code: '23001' })
    await owner.close()
    const next = (of: TestApi) => of.db.pool.query(`SELECT nextval('receipt_number') AS n`)
    expect((await next(there)).rows).toEqual((await next(api)).rows)
    const jobs = await there.db.pool.query(`SELECT data FROM pgboss.job WHERE name = 'print'`)
    expect(jobs.rows).toEqual([{ data: { submission: report, n: 1 } }])
  })

  it('keeps the rows of a table to which somebody added a column, and leaves that column out', async () => {
    const owner = openDatabase({ url: api.ownerUrl, max: 1 })
    const column = '"milik ""kami"""'
    onTestFinished(async () => {
      await owner.pool.query(`ALTER TABLE wave DROP COLUMN ${column}`)
      await owner.close()
    })
    await owner.pool.query(`ALTER TABLE wave ADD COLUMN ${column} date DEFAULT '2026-01-01'`)
    await backUp(api, fileNamed('added.tar'))
    const there = await restored(fileNamed('added.tar'))
    expect(there.restored.strange).toEqual(['wave.milik "kami"'])
    const waves = (of: TestApi) => of.db.pool.query('SELECT id, name, office_ids FROM wave ORDER BY id')
    const [were, are] = [await waves(api), await waves(there)]
    expect(were.rowCount).toBeGreaterThan(0)
    expect(are.rows).toEqual(were.rows)
    expect(await tamperings(there)).toEqual([])
  })

  it('says that the disk is full, and leaves nothing behind', async () => {
    const full = path.join(folder, 'full')
    async function* entries(): AsyncGenerator<Entry> {
      yield { name: 'sepakat.json', body: randomBytes(100) }
      throw Object.assign(new Error('write'), { code: 'ENOSPC' })
    }
    await expect(writeBackupFile(path.join(full, 'x.tar'), entries(), { passphrase: null })).rejects.toThrow(
      `Cadangan tidak jadi dibuat: ${full} penuh`,
    )
    expect(await readdir(full)).toEqual([])
  })
})

describe('a device that has not sent all when the machine is lost', () => {
  const served = '/recipients/gepeng/served'
  const due = '/recipients/gepeng/due'
  const change = (pointer: string, value: string, base: number) => ({ changeId: v7(), op: 'set', pointer, value, base })

  it('goes on with the restored one: under its session, with its key, and nothing it waits with is lost', async () => {
    const { operator } = team
    const id = await team.begin()
    const send = (by: { call: typeof operator.call }, ...changes: object[]) =>
      by.call('PATCH', `/submissions/${id}/answers`, { changes }).then(answer => answer.json().results)
    const before = change(served, '10', 0)
    const [{ rev }] = await send(operator, before)
    await api.db.pool.query(`INSERT INTO device_key (person_id, device, key) VALUES ($1, $2, '\\x01')`, [
      operator.personId,
      v7(),
    ])
    await backUp(api, fileNamed('lost.tar'))
    const late = change(due, '20', 0)
    const [lateResult] = await send(operator, late)
    expect(lateResult.result).toBe('applied')

    const there = await restored(fileNamed('lost.tar'))
    const again = { call: there.stranger.call, headers: operator.headers }
    const call: typeof operator.call = (method, url, body, headers) =>
      again.call(method, url, body, { ...operator.headers, ...headers })
    const keys = await there.db.pool.query('SELECT key FROM device_key')
    expect(keys.rows).toEqual([{ key: Buffer.from([1]) }])
    // no answer had come: the same change is sent again
    expect(await send({ call }, before)).toEqual([expect.objectContaining({ result: 'already', rev })])
    // what was typed on what the backup holds
    expect(await send({ call }, change(served, '11', rev))).toEqual([expect.objectContaining({ result: 'applied' })])
    // what was typed on what was acknowledged after the backup: no value of another user is overwritten unseen
    const [onLost] = await send({ call }, change(due, '21', lateResult.rev))
    expect(onLost).toMatchObject({ result: 'conflict', yours: '21', theirs: { value: null } })
    expect(await send({ call }, change(due, '21', onLost.theirs.rev))).toEqual([
      expect.objectContaining({ result: 'applied' }),
    ])
  })

  it('is never told that what it read of the lost machine is still so, though the numbers are the same again', async () => {
    const { operator } = team
    const id = await team.begin()
    await backUp(api, fileNamed('numbers.tar'))
    const answers = (call: typeof operator.call, headers = {}) =>
      call('GET', `/submissions/${id}/answers`, undefined, headers)
    const set = (call: typeof operator.call, value: string, headers = {}) =>
      call('PATCH', `/submissions/${id}/answers`, { changes: [change(due, value, 0)] }, headers)
    await set(operator.call, '30')
    const lost = await answers(operator.call)

    const there = await restored(fileNamed('numbers.tar'))
    const call: typeof operator.call = (method, url, body, headers) =>
      there.stranger.call(method, url, body, { ...operator.headers, ...headers })
    await set(call, '40')
    const again = await answers(call, { 'if-none-match': String(lost.headers.etag) })
    expect([again.statusCode, again.json().version]).toEqual([200, lost.json().version])
    const etag = String(again.headers.etag)
    expect((await answers(call, { 'if-none-match': etag })).statusCode).toBe(304)
    expect((await set(call, '41', { 'if-match': etag.replace(/-.*"/, '-00000000"') })).statusCode).toBe(412)
    expect((await set(call, '41', { 'if-match': etag })).statusCode).toBe(200)
  })
})

describe('a backup of an installation where a file was lost before it', () => {
  it('leaves that file out and says which; after the restore the audit misses it', async () => {
    const id = await team.begin()
    const { sha256 } = (await upload(team.operator, id, { file: { content: pdf('hilang') } })).json()
    await writeFile(path.join(api.config.filesDir, sha256.slice(0, 2), sha256), 'lain')
    const { manifest } = await backUp(api, fileNamed('damaged.tar'))
    expect(manifest).toMatchObject({ files: 1, damaged: [sha256] })
    expect(await tamperings(await restored(fileNamed('damaged.tar')))).toEqual([
      expect.stringContaining('file-missing'),
    ])
  })
})
