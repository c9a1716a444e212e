import { createHash } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { type Anchor, eventHash, firstPrev, openDatabase, sealHash, type Tampering } from '@sepakat/db'
import { canonicalJson } from '@sepakat/rules'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Filing, filing, soon } from '#testing/filing.ts'
import { type TestApi, testApi } from '#testing/testApi.ts'
import { pdf, upload } from '#testing/upload.ts'
import { type Sql, type Verifying, verifying } from '#testing/verifying.ts'

let api: TestApi
let team: Filing
let audit: Verifying
let superuser: Sql
/** A report returned once and submitted twice, with a file, all of it under seal. */
let id: string
let stream: string
let attachment: { id: string; sha256: string }
let noted: Anchor

const verify = (anchor: Anchor | null = null) => audit.verify(anchor)
const after: Verifying['after'] = (tamper, anchor) => audit.after(tamper, anchor)
const codes = async (finding: Promise<Tampering[]>) => [...new Set((await finding).map(({ code }) => code))]

beforeAll(async () => {
  api = await testApi()
  team = await filing(api)
  audit = verifying(api)
  superuser = audit.superuser
  id = await team.begin()
  stream = `submission/${id}`
  await team.set(id, { '/recipients/gepeng/due': '200', '/recipients/gepeng/served': '150' })
  attachment = (await upload(team.operator, id)).json()
  await team.through(id, ['operator', 'submit'], ['verifier', 'claim'])
  const note = await team.note(id)
  await team.through(id, ['verifier', 'return', { dueAt: soon() }])
  await audit.seal()
  await team.set(id, { '/recipients/anak-telantar/due': '10', '/recipients/anak-telantar/served': '5' })
  await team.operator.call('POST', `/submissions/${id}/notes/${note}/answers`, { text: 'Sudah.' })
  await team.through(id, ['operator', 'submit'])
  noted = await audit.seal()
})
afterAll(async () => {
  await audit.close()
  await api.close()
})

describe('history without tampering', () => {
  it('is whole, also against a seal that was noted', async () => {
    expect(await verify()).toEqual([])
    expect(await verify(noted)).toEqual([])
    expect(await verify({ ...noted, hash: noted.hash.slice(0, 16) })).toEqual([])
  })
})

describe("tampering as the application's account", () => {
  const tables = ['revision', 'event', 'answer_change', 'figure', 'seal', 'form_version']
  it.each(tables)('is refused on %s: UPDATE, DELETE, TRUNCATE, a trigger disabled, the rights taken', async table => {
    const column = { revision: 'receipt', event: 'actor', answer_change: 'actor', figure: 'unit', seal: 'prev' }[table]
    for (const sql of [
      `UPDATE ${table} SET ${column ?? 'note'} = 'x'`,
      `DELETE FROM ${table}`,
      `TRUNCATE ${table} CASCADE`,
      `ALTER TABLE ${table} DISABLE TRIGGER ${table}_append_only`,
      `ALTER TABLE ${table} DISABLE TRIGGER ALL`,
      `DROP TRIGGER ${table}_append_only ON ${table}`,
      `DROP TABLE ${table} CASCADE`,
      `ALTER TABLE ${table} OWNER TO sepakat_app`,
      'SET session_replication_role = replica',
    ])
      await expect(api.db.pool.query(sql), sql).rejects.toMatchObject({ code: '42501' })
    // The right cannot be had either: only the owner gives it, whom a GRANT by another does not move.
    await api.db.pool.query(`GRANT UPDATE ON ${table} TO sepakat_app`).catch(() => undefined)
    await expect(api.db.pool.query(`DELETE FROM ${table}`)).rejects.toMatchObject({ code: '42501' })
  })

  it.each(tables)('is refused to the owner too while the triggers of %s stand', async table => {
    const owner = openDatabase({ url: api.ownerUrl, max: 1 })
    const exists = await owner.pool.query(`SELECT 1 FROM ${table} LIMIT 1`)
    expect(exists.rowCount).toBe(1)
    for (const sql of [`DELETE FROM ${table}`, `TRUNCATE ${table} CASCADE`])
      await expect(owner.pool.query(sql)).rejects.toMatchObject({ code: '23001' })
    await owner.close()
  })
})

describe('tampering as superuser, with every trigger off, is named', () => {
  const where = `laporan`
  it('a changed answer in a revision', async () => {
    const found = await after(sql =>
      sql.query(
        `UPDATE revision SET body = jsonb_set(body, '{answers,recipients,gepeng,served}', '"200"') WHERE submission_id = $1 AND n = 1`,
        [id],
      ),
    )
    expect(found).toMatchObject([{ code: 'revision-changed', where: `${where} ${id}, kiriman ke-1` }])
  })

  it('a changed answer with the hash of the revision made to fit', async () => {
    const found = await after(async sql => {
      const { rows } = await sql.query(`SELECT body FROM revision WHERE submission_id = $1 AND n = 1`, [id])
      const body = rows[0].body
      body.answers.recipients.gepeng.served = '200'
      const sha256 = createHash('sha256').update(canonicalJson(body)).digest('hex')
      await sql.query('UPDATE revision SET body = $2, sha256 = $3 WHERE submission_id = $1 AND n = 1', [
        id,
        body,
        sha256,
      ])
    })
    expect(found).toMatchObject([{ code: 'revision-changed' }])
  })

  it('a revision whose receipt, author or instant was changed, or that is gone', async () => {
    for (const set of [
      `receipt = 'SPM-0'`,
      `by = 'post:x'`,
      `at = at + interval '1 microsecond'`,
      `rule_set = '2020.1'`,
    ])
      expect(
        await codes(after(sql => sql.query(`UPDATE revision SET ${set} WHERE submission_id = $1 AND n = 2`, [id]))),
        set,
      ).toEqual(['revision-changed'])
    const gone = after(async sql => {
      await sql.query('DELETE FROM figure WHERE submission_id = $1 AND n = 1', [id])
      await sql.query('DELETE FROM revision WHERE submission_id = $1 AND n = 1', [id])
    })
    expect(await gone).toMatchObject([{ code: 'revision-missing', where: `${where} ${id}, kiriman ke-1` }])
  })

  it('a changed, deleted or added figure', async () => {
    const figure = `WHERE submission_id = $1 AND n = 1 AND code = 'spm.recipients' AND row = 'gepeng'`
    const changed = await after(sql => sql.query(`UPDATE figure SET value = 99 ${figure}`, [id]))
    expect(changed).toMatchObject([
      { code: 'figure-changed', message: expect.stringContaining('tertulis 99, menurut penurunannya 75') },
    ])
    for (const set of [`unit = '‰'`, `band = '{}'`, `derivation = jsonb_set(derivation, '{inputs,0,value}', '"199"')`])
      expect(await codes(after(sql => sql.query(`UPDATE figure SET ${set} ${figure}`, [id]))), set).toEqual([
        'figure-changed',
      ])
    expect(await codes(after(sql => sql.query(`DELETE FROM figure ${figure}`, [id])))).toEqual(['figure-missing'])
    const added = after(sql =>
      sql.query(
        `INSERT INTO figure SELECT submission_id, n, 'spm.index', 'x', office_id, form, period, 100, NULL, 100, NULL, NULL, unit,
           band, basis, derivation, rule_set FROM figure ${figure}`,
        [id],
      ),
    )
    expect(await codes(added)).toEqual(['figure-added'])
  })

  it('a figure changed together with the one frozen in the revision', async () => {
    const found = after(async sql => {
      await sql.query(
        `UPDATE figure SET value = 99, raw = 99 WHERE submission_id = $1 AND n = 1 AND code = 'spm.recipients' AND row = 'gepeng'`,
        [id],
      )
      await sql.query(
        `UPDATE revision SET body = jsonb_set(body, '{figures}', (SELECT jsonb_agg(CASE WHEN f->>'code' = 'spm.recipients' AND f->>'row' = 'gepeng'
           THEN f || '{"value":"99","raw":"99"}' ELSE f END) FROM jsonb_array_elements(body->'figures') f)) WHERE submission_id = $1 AND n = 1`,
        [id],
      )
    })
    expect(await codes(found)).toEqual(['revision-changed', 'figure-changed'])
  })

  it('a changed or deleted change of what was submitted, and which submission it was', async () => {
    const changed = await after(sql =>
      sql.query(`UPDATE answer_change SET "to" = '"11"' WHERE submission_id = $1 AND seq = 3`, [id]),
    )
    expect(changed).toMatchObject([
      { code: 'answer-changed', message: expect.stringContaining('perubahan nomor 3') },
      { code: 'change-changed', where: `${where} ${id}, kiriman ke-2` },
    ])
    for (const set of [`actor = 'system'`, `at = at + interval '1 microsecond'`, `via = 'api'`, `device = 'lain'`])
      expect(
        await codes(
          after(sql => sql.query(`UPDATE answer_change SET ${set} WHERE submission_id = $1 AND seq = 1`, [id])),
        ),
        set,
      ).toContain('change-changed')
    const deleted = await after(sql =>
      sql.query('DELETE FROM answer_change WHERE submission_id = $1 AND seq = 2', [id]),
    )
    expect(deleted).toContainEqual(
      expect.objectContaining({
        code: 'change-missing',
        where: `${where} ${id}, kiriman ke-1`,
        message: expect.stringContaining('nomor 2'),
      }),
    )
  })

  it('an event changed, deleted in the middle, and deleted at the end, its head turned back', async () => {
    const changed = await after(sql =>
      sql.query(`UPDATE event SET actor = 'system' WHERE stream = $1 AND seq = 2`, [stream]),
    )
    expect(changed).toMatchObject([
      { code: 'event-changed', where: stream, message: expect.stringContaining('nomor 2') },
    ])
    const instants = after(sql =>
      sql.query(`UPDATE event SET at = at + interval '1 microsecond' WHERE stream = $1 AND seq = 2`, [stream]),
    )
    expect(await codes(instants)).toEqual(['event-changed'])
    const middle = await after(sql => sql.query('DELETE FROM event WHERE stream = $1 AND seq = 4', [stream]))
    expect(middle).toContainEqual(
      expect.objectContaining({ code: 'event-missing', where: stream, message: 'Peristiwa nomor 4 tidak ada lagi.' }),
    )
    const last = `(SELECT max(seq) FROM event WHERE stream = $1)`
    const cut = await after(sql => sql.query(`DELETE FROM event WHERE stream = $1 AND seq = ${last}`, [stream]))
    expect(cut).toContainEqual(expect.objectContaining({ code: 'stream-cut', where: stream }))
    const turnedBack = await after(async sql => {
      await sql.query(`DELETE FROM event WHERE stream = $1 AND seq = ${last}`, [stream])
      await sql.query(
        `UPDATE event_head h SET seq = e.seq, hash = e.hash, sealed = e.seq FROM event e
         WHERE h.stream = $1 AND e.stream = $1 AND e.seq = ${last}`,
        [stream],
      )
    })
    expect(turnedBack).toContainEqual(expect.objectContaining({ code: 'sealed-event-missing', where: stream }))
  })

  it('a stream gone with its head, and a stream with other hashes that fit among themselves', async () => {
    const gone = after(async sql => {
      await sql.query('DELETE FROM event WHERE stream = $1', [stream])
      await sql.query('DELETE FROM event_head WHERE stream = $1', [stream])
    })
    expect(await codes(gone)).toEqual(expect.arrayContaining(['sealed-event-missing', 'revision-unrecorded']))
    expect(await codes(after(sql => rewrite(sql, false)))).toContain('sealed-event-changed')
  })

  it('a seal changed, deleted in the middle, or cut off at the end', async () => {
    const { n } = noted
    expect(await codes(after(sql => sql.query(`UPDATE seal SET heads = '{}' WHERE n = $1`, [n])))).toContain(
      'seal-changed',
    )
    const instants = after(sql => sql.query(`UPDATE seal SET at = at + interval '1 microsecond' WHERE n = $1`, [n]))
    expect(await codes(instants)).toEqual(['seal-changed'])
    expect(await after(sql => sql.query('DELETE FROM seal WHERE n = $1', [n - 1]))).toContainEqual(
      expect.objectContaining({ code: 'seal-missing', where: `segel ${n - 1}` }),
    )
    const cut = after(sql => sql.query('DELETE FROM seal WHERE n = $1', [n]))
    expect(await codes(cut)).toEqual(['seal-missing'])
  })

  it('a stream and its seals rewritten as a whole, with hashes that fit, given a seal noted earlier', async () => {
    expect(await after(sql => rewrite(sql, true))).toEqual([])
    const found = await after(sql => rewrite(sql, true), noted)
    expect(found).toMatchObject([{ code: 'anchor-differs', where: `segel ${noted.n}` }])
  })

  it('a catalogue that was published, and one that is gone', async () => {
    const changed = await after(sql =>
      sql.query(
        `UPDATE form_version SET body = jsonb_set(body, '{rows,0,label}', '"Lain"') WHERE form = 'spm/triwulan'`,
      ),
    )
    expect(changed).toMatchObject([{ code: 'form-version-changed', where: 'spm/triwulan versi 1' }])
    const fitting = after(async sql => {
      const { rows } = await sql.query(`SELECT body FROM form_version WHERE form = 'spm/triwulan'`)
      const body = { ...rows[0].body, title: 'Lain' }
      const sha256 = createHash('sha256').update(canonicalJson(body)).digest('hex')
      await sql.query(`UPDATE form_version SET body = $1, sha256 = $2 WHERE form = 'spm/triwulan'`, [body, sha256])
    })
    expect(await codes(fitting)).toEqual(['form-version-changed'])
    const gone = after(sql => sql.query(`DELETE FROM form_version WHERE form = 'spm/triwulan'`))
    expect(await codes(gone)).toEqual(['form-version-missing'])
  })

  it('the bytes of a file, swapped or gone, and an attachment that names other bytes', async () => {
    const { sha256 } = attachment
    const file = audit.fileOf(sha256)
    await writeFile(file, pdf('isi lain'))
    const swapped = await verify()
    await writeFile(file, pdf())
    expect(swapped).toMatchObject([{ code: 'file-changed', where: expect.stringContaining(attachment.id) }])
    expect(await verify()).toEqual([])
    const other = createHash('sha256').update('lain').digest('hex')
    const named = after(sql => sql.query('UPDATE attachment SET sha256 = $2 WHERE id = $1', [attachment.id, other]))
    expect(await codes(named)).toEqual(['attachment-changed', 'file-missing'])
    const retitled = after(sql => sql.query(`UPDATE attachment SET title = 'Lain' WHERE id = $1`, [attachment.id]))
    expect(await codes(retitled)).toEqual(['attachment-changed'])
    expect(await codes(after(sql => sql.query('DELETE FROM attachment WHERE id = $1', [attachment.id])))).toEqual([
      'row-missing',
    ])
  })
})

/** Rewrites the stream with another actor in its second event and hashes that fit, and if asked every seal after it. */
const rewrite = async (sql: Sql, sealsToo: boolean): Promise<void> => {
  const { rows: events } = await sql.query('SELECT * FROM event WHERE stream = $1 ORDER BY seq', [stream])
  const hashes = new Map<number, string>()
  let prev = firstPrev
  for (const { hash: _, office_id: __, ...event } of events) {
    const actor = event.seq === 2 ? 'system' : event.actor
    const hash = eventHash({ ...event, actor, prev })
    await sql.query('UPDATE event SET actor = $3, prev = $4, hash = $5 WHERE stream = $1 AND seq = $2', [
      stream,
      event.seq,
      actor,
      prev,
      hash,
    ])
    hashes.set(event.seq, hash)
    prev = hash
  }
  await sql.query('UPDATE event_head SET hash = $2 WHERE stream = $1', [stream, prev])
  if (!sealsToo) return
  const { rows: seals } = await sql.query('SELECT * FROM seal ORDER BY n')
  let before = firstPrev
  for (const { hash: _, ...seal } of seals) {
    const own = seal.heads[stream]
    const heads = own ? { ...seal.heads, [stream]: [own[0], hashes.get(own[0])] } : seal.heads
    const hash = sealHash({ ...seal, heads, prev: before })
    await sql.query('UPDATE seal SET heads = $2, prev = $3, hash = $4 WHERE n = $1', [seal.n, heads, before, hash])
    before = hash
  }
}

describe('npm run audit:verify', () => {
  it('says that all is whole, with the seal to note; or what is not, and ends in 1', async () => {
    const whole = await audit.command(`--anchor=${noted.n}:${noted.hash}`)
    expect(whole).toEqual({ code: 0, said: expect.stringContaining(`Segel terakhir ${noted.n}:${noted.hash}`) })
    const other = await audit.command(`--anchor=${noted.n}:${'0'.repeat(64)}`)
    expect(other).toEqual({ code: 1, said: expect.stringContaining(`[anchor-differs] segel ${noted.n}`) })
    expect(await audit.command('--anchor=x')).toEqual({ code: 2, said: expect.stringContaining('Cara pakai') })
    await superuser.query('SET session_replication_role = replica')
    await superuser.query(`UPDATE revision SET receipt = 'SPM-0' WHERE submission_id = $1 AND n = 1`, [id])
    const found = await audit.command()
    expect(found).toEqual({ code: 1, said: expect.stringContaining(`[revision-changed] laporan ${id}, kiriman ke-1`) })
    const runs = await superuser.query(
      `SELECT found > 0 AS found, anchored, seal_n, findings->0->>'code' AS first FROM audit_run ORDER BY at`,
    )
    expect(runs.rows).toEqual([
      { found: false, anchored: true, seal_n: noted.n, first: null },
      { found: true, anchored: true, seal_n: noted.n, first: 'anchor-differs' },
      { found: true, anchored: false, seal_n: noted.n, first: 'revision-changed' },
    ])
  })
})
