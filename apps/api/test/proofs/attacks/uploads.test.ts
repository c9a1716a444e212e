import { createHash } from 'node:crypto'
import { mkdir, readdir, stat, utimes, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { Readable } from 'node:stream'
import { setTimeout as sleep } from 'node:timers/promises'
import { FileStore } from '@tus/file-store'
import { v7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { uploadName } from '#features/attachments/uploadName.ts'
import { catalog, pdfOf, streamOf } from '#files/judging/pdf.fixture.ts'
import { sweepFiles } from '#jobs/sweepFiles.ts'
import { diskStore } from '#storage/diskStore.ts'
import { type Filing, filing } from '#testing/filing.ts'
import { attachPieces, beginPieces, nextPiece } from '#testing/pieces.ts'
import { type Caller, type SignedIn, type TestApi, testApi } from '#testing/testApi.ts'
import { pdf, upload } from '#testing/upload.ts'

let api: TestApi
let team: Filing
/** How far the clock is ahead. */
let ahead = 0
beforeAll(async () => {
  api = await testApi(undefined, { now: () => new Date(Date.now() + ahead) })
  team = await filing(api)
})
afterAll(() => api.close())

const MiB = 2 ** 20
const sha256 = (content: Buffer) => createHash('sha256').update(content).digest('hex')
const large = (text: string, bytes: number) =>
  pdfOf({ objects: { 1: catalog(), 5: streamOf(Buffer.alloc(bytes, text), '', 0) } })
/** How many bytes are on disk, whatever for. */
const onDisk = async (): Promise<number> => {
  const found = await readdir(api.config.filesDir, { recursive: true, withFileTypes: true })
  const sizes = found.filter(it => it.isFile()).map(async it => (await stat(path.join(it.parentPath, it.name))).size)
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0)
}
const operatorHere = () => api.as({ role: 'operator', offices: [team.office] })
const limit = async (value: { report: number; personDay: number }) => {
  const admin = await api.as({ role: 'admin' })
  expect((await admin.call('PUT', '/settings/uploads', { value })).statusCode).toBe(200)
}

/** Files of so many MB each, attached a moment ago. */
const attachedBefore = async (report: string, by: SignedIn, megabytes: number[]) => {
  await api.db.pool.query(
    `INSERT INTO attachment (id, submission_id, anchor, title, file_name, media, bytes, sha256, by)
     SELECT gen_random_uuid(), $1, '/lke/' || n, 'LKE', 'a.pdf', 'application/pdf', mb * 1048576, repeat('0', 64), $2
     FROM unnest($3::int[]) WITH ORDINALITY f(mb, n)`,
    [report, `post:${by.postId}`, megabytes],
  )
  await api.db.pool.query(
    `INSERT INTO attached_day (person_id, day, bytes) SELECT $1, region_day(now()), sum(mb) * 1048576 FROM unnest($2::int[]) mb
     ON CONFLICT (person_id, day) DO UPDATE SET bytes = attached_day.bytes + excluded.bytes`,
    [by.personId, megabytes],
  )
}

const said = (answer: { statusCode: number; body: string }) => [answer.statusCode, JSON.parse(answer.body).detail]

describe('a piece', () => {
  it('longer than what was announced is told by how much, not that it is over 25 MB', async () => {
    const report = await team.begin()
    const file = v7()
    await beginPieces(team.operator, report, file, 10, Buffer.from('%PDF'))
    const answer = await nextPiece(team.operator, report, file, 4, Buffer.alloc(7))
    expect(said(answer)).toEqual([413, expect.stringMatching(/diumumkan 10 byte.*sudah ada 4\. Kirim 6 byte/)])
    expect(answer.body).not.toContain('25 MB')
  })

  it('that begins an upload with more than it announces is told so too', async () => {
    const report = await team.begin()
    const answer = await beginPieces(team.operator, report, v7(), 10, Buffer.alloc(11))
    expect(said(answer)).toEqual([413, expect.stringMatching(/diumumkan 10 byte/)])
  })

  it('of a file that is over 25 MB is told that it is', async () => {
    const report = await team.begin()
    const answer = await beginPieces(team.operator, report, v7(), 26 * 2 ** 20)
    expect(said(answer)).toEqual([413, expect.stringContaining('25 MB')])
  })
})

describe('a file that is refused', () => {
  it('leaves no bytes on disk, however often it is sent whole', async () => {
    const report = await team.begin()
    const before = await onDisk()
    const tries = Array.from({ length: 10 }, (_, i) =>
      upload(team.operator, report, {
        fields: { replaces: v7() },
        file: { content: large(`ditolak ${i}`, 2 * MiB) },
      }),
    )
    for (const answer of await Promise.all(tries)) expect(answer.statusCode).toBe(422)
    expect(await onDisk()).toBe(before)
  })

  it('leaves no bytes on disk where it came in pieces, whatever it is refused for', async () => {
    const report = await team.begin()
    const before = await onDisk()
    const [fine, text] = [large('sebagian', MiB), Buffer.alloc(MiB, 'teks')]
    for (const [content, fields] of [
      [fine, { replaces: v7() }],
      [text, {}],
      [fine, { sha256: sha256(text) }],
    ] as const) {
      const file = v7()
      await beginPieces(team.operator, report, file, content.length, content)
      expect((await attachPieces(team.operator, report, file, content, fields)).statusCode).toBe(422)
    }
    expect(await onDisk()).toBe(before)
  })

  it('leaves no bytes on disk where the report was submitted meanwhile', async () => {
    const report = await team.begin()
    await team.through(report, ['operator', 'submit'])
    const before = await onDisk()
    const answer = await upload(team.operator, report, { file: { content: large('terlambat', MiB) } })
    expect([answer.statusCode, answer.json().code]).toEqual([409, 'wrong-status'])
    expect(await onDisk()).toBe(before)
  })
})

describe('a file in pieces', () => {
  it('that is asked for to be attached several times at once is attached once, and each is told so', async () => {
    const report = await team.begin()
    for (let round = 0; round < 5; round += 1) {
      const [file, content] = [v7(), large(`serentak ${round}`, MiB)]
      await beginPieces(team.operator, report, file, content.length, content)
      const fields = { anchor: '' }
      const answers = await Promise.all(
        Array.from({ length: 6 }, () => attachPieces(team.operator, report, file, content, fields)),
      )
      expect(answers.map(({ statusCode }) => statusCode)).toEqual(Array(6).fill(201))
    }
    const { items } = (await team.operator.call('GET', `/submissions/${report}/attachments`)).json()
    expect(items).toHaveLength(5)
  })

  it('whose pieces went when they were about to be read is told to begin again', async () => {
    const report = await team.begin()
    const [file, content] = [v7(), large('hilang', MiB)]
    await beginPieces(team.operator, report, file, content.length, content)
    const { uploads } = await diskStore(api.config.filesDir)
    const name = uploadName(report, `post:${team.operator.postId}`, file)
    const gone = () =>
      new Readable({
        read() {
          void uploads.drop(name).then(() => this.destroy(Object.assign(new Error('gone'), { code: 'ENOENT' })))
        },
      })
    const reads = vi
      .spyOn(FileStore.prototype, 'read')
      .mockImplementationOnce(gone as () => ReturnType<FileStore['read']>)
    const answer = await attachPieces(team.operator, report, file, content, { anchor: '' })
    expect(reads).toHaveBeenCalledOnce()
    reads.mockRestore()
    expect([answer.statusCode, answer.json().code]).toEqual([404, 'upload-gone'])
  })
})

describe('what one person sends', () => {
  it('is counted before it is judged: of sixty uploads started at once twenty of the largest begin', async () => {
    const [report, sender] = [await team.begin(), await operatorHere()]
    const answers = await Promise.all(Array.from({ length: 60 }, () => beginPieces(sender, report, v7(), 25 * MiB)))
    const counts = answers.map(answer => [answer.statusCode, answer.json().code ?? ''].join(' '))
    expect(counts.filter(it => it === '201 ')).toHaveLength(20)
    expect(counts.filter(it => it === '413 uploads-full')).toHaveLength(40)
  })

  it('is counted as what it is, where another request of its name was just counted for one byte', async () => {
    const [report, sender] = [await team.begin(), await operatorHere()]
    const ids = Array.from({ length: 30 }, () => v7())
    const names = ids.map(id => uploadName(report, `post:${sender.postId}`, id))
    await api.db.pool.query(
      'INSERT INTO upload (name, person_id, submission_id, bytes, at) SELECT n, $1, $2, 1, now() FROM unnest($3::text[]) n',
      [sender.personId, report, names],
    )
    const answers = await Promise.all(ids.map(id => beginPieces(sender, report, id, 25 * MiB)))
    expect(answers.filter(({ statusCode }) => statusCode === 201)).toHaveLength(19)
  })

  it('is counted where it comes whole before its bytes are taken, and counts no more when it has come', async () => {
    const [report, sender] = [await team.begin(), await operatorHere()]
    let open = () => {}
    const opened = new Promise<void>(resolve => {
      open = resolve
    })
    const slow = async () => {
      const answer = await api.app.inject({
        method: 'POST',
        url: `/api/v1/submissions/${report}/attachments`,
        headers: {
          ...sender.headers,
          origin: api.config.publicUrl,
          'content-type': 'multipart/form-data; boundary=x',
          'content-length': String(25 * MiB),
        },
        payload: Readable.from(
          (async function* () {
            yield Buffer.from('--x\r\n')
            await opened
          })(),
        ),
      })
      return answer.json().code as string
    }
    const codes: string[] = []
    const sent = Promise.all(Array.from({ length: 30 }, () => slow().then(code => codes.push(code))))
    await expect.poll(() => codes, { timeout: 15_000 }).toEqual(Array(10).fill('uploads-full'))
    open()
    await sent
    expect(codes.slice(10)).toEqual(Array(20).fill('bad-request'))
    expect((await upload(sender, report)).statusCode).toBe(201)
  })

  it('whole, whose answer was lost, is answered again though the day is full by now', async () => {
    await limit({ report: 5000, personDay: 50 })
    const [report, sender] = [await team.begin(), await operatorHere()]
    const sends = () => upload(sender, report, { fields: { id }, file: { content: pdf('sekali') } })
    const id = v7()
    expect((await sends()).statusCode).toBe(201)
    await attachedBefore(report, sender, [25, 25])
    expect((await upload(sender, report)).json().code).toBe('quota-reached')
    expect((await sends()).statusCode).toBe(201)
    await limit({ report: 5000, personDay: 2500 })
  })

  it('is counted as what was attached, of many at once too', async () => {
    const [report, sender] = [await team.begin(), await operatorHere()]
    const counted = async (): Promise<number> => {
      const sql = 'SELECT coalesce(sum(bytes), 0)::int AS bytes FROM attached_day WHERE person_id = $1'
      return (await api.db.pool.query(sql, [sender.personId])).rows[0].bytes
    }
    const before = await counted()
    const contents = Array.from({ length: 8 }, (_, n) => large(`bersama ${n}`, 10_000 + n))
    const ids = contents.map(() => v7())
    const send = () =>
      Promise.all(contents.map((content, n) => upload(sender, report, { fields: { id: ids[n]! }, file: { content } })))
    for (const answer of [...(await send()), ...(await send())]) expect(answer.statusCode).toBe(201)
    expect((await upload(sender, report, { fields: { replaces: v7() } })).statusCode).toBe(422)
    const bytes = contents.reduce((sum, { length }) => sum + length, 0)
    expect((await counted()) - before).toBe(bytes)
  })

  it('is counted over all its posts and keys', async () => {
    const [report, sender] = [await team.begin(), await operatorHere()]
    const scopes = ['submission.read', 'submission.write'] as const
    const key = await api.withKey({ owner: sender.personId, scopes: [...scopes], offices: [team.office] })
    for (let i = 0; i < 20; i += 1) await beginPieces(i % 2 ? sender : key, report, v7(), 25 * MiB)
    expect((await beginPieces(sender, report, v7(), MiB)).json().code).toBe('uploads-full')
    expect((await beginPieces(key, report, v7(), MiB)).json().code).toBe('uploads-full')
  })

  it('may be no more in a day than the region allows, and what is removed counts too', async () => {
    await limit({ report: 5000, personDay: 50 })
    const [report, sender] = [await team.begin(), await operatorHere()]
    await attachedBefore(report, sender, [24, 23])
    const removed = await upload(sender, report, { file: { content: large('dilepas', 2 * MiB) } })
    await sender.call('DELETE', `/submissions/${report}/attachments/${removed.json().id}`)
    const more = large('lebih', MiB)
    const begun = await beginPieces(sender, report, v7(), more.length)
    expect([begun.json().code, begun.json().detail]).toEqual([
      'quota-reached',
      expect.stringMatching(/hari ini.*50 MB.*besok/),
    ])
    expect((await upload(sender, report, { file: { content: more } })).json().code).toBe('quota-reached')
    expect((await upload(team.operator, report, { file: { content: more } })).statusCode).toBe(201)
    await limit({ report: 5000, personDay: 2500 })
    expect((await upload(sender, report, { file: { content: more } })).statusCode).toBe(201)
  })

  it('is counted from zero on the next day', async () => {
    await limit({ report: 5000, personDay: 50 })
    const [report, sender] = [await team.begin(), await operatorHere()]
    await attachedBefore(report, sender, [25, 25])
    expect((await upload(sender, report)).json().code).toBe('quota-reached')
    ahead = 86_400_000
    try {
      const nextDay = await api.session(sender.personId, sender.postId)
      expect((await upload(nextDay, report)).statusCode).toBe(201)
    } finally {
      ahead = 0
    }
    await limit({ report: 5000, personDay: 2500 })
  })

  it('may be no more in a report than the region allows, from any sender', async () => {
    await limit({ report: 50, personDay: 2500 })
    const report = await team.begin()
    await attachedBefore(report, team.operator, [25, 25])
    const refused = await upload(await operatorHere(), report)
    expect([refused.json().code, refused.json().detail]).toEqual([
      'quota-reached',
      expect.stringMatching(/laporan ini.*50 MB/),
    ])
    expect((await upload(team.operator, await team.begin())).statusCode).toBe(201)
    await limit({ report: 5000, personDay: 2500 })
  })

  it('fits one of the largest files for each of the 80 criteria of the LKE in a day, unless the region says otherwise', async () => {
    const [report, sender] = [await team.begin(), await operatorHere()]
    await attachedBefore(report, sender, Array(80).fill(25))
    expect((await upload(sender, report)).statusCode).toBe(201)
  })
})

describe('the sweep', () => {
  /** Bytes that nothing names, old enough to go. */
  const orphan = async (content: Buffer): Promise<void> => {
    const place = path.join(api.config.filesDir, sha256(content).slice(0, 2), sha256(content))
    const longAgo = new Date(Date.now() - 3 * 86_400_000)
    await mkdir(path.dirname(place), { recursive: true })
    await writeFile(place, content)
    await utimes(place, longAgo, longAgo)
  }
  const sends = (by: Caller, report: string, content: Buffer) =>
    upload(by, report, { fields: { anchor: '' }, file: { content } })
  /** What the attachment that was answered gives back. */
  const hashOf = async (report: string, answer: Awaited<ReturnType<typeof upload>>): Promise<string> => {
    const url = `/submissions/${report}/attachments/${answer.json().id}/content`
    const read = await team.operator.call('GET', url)
    return read.statusCode === 200 ? sha256(read.rawPayload) : read.body
  }
  const store = () => diskStore(api.config.filesDir)

  it('that is just removing bytes does not take them from who begins to attach the same', async () => {
    const [report, content] = [await team.begin(), pdf('sedang dibuang')]
    await orphan(content)
    await sends(team.operator, report, pdf('supaya yang berikut cepat'))
    const disk = await store()
    const sending: ReturnType<typeof upload>[] = []
    const slow = {
      ...disk,
      remove: async (address: string) => {
        sending.push(sends(team.operator, report, content))
        await Promise.race([sending[0], sleep(1_500)])
        await disk.remove(address)
      },
    }
    expect(await sweepFiles(api.db, slow, new Date())).toBe(1)
    expect(await hashOf(report, await sending[0]!)).toBe(sha256(content))
  })

  it('waits for who is just attaching the same bytes, and leaves them', async () => {
    const [report, content] = [await team.begin(), pdf('sedang dilampirkan')]
    await orphan(content)
    const other = await api.db.pool.connect()
    await other.query('BEGIN')
    await other.query('SELECT 1 FROM event_head WHERE stream = $1 FOR UPDATE', [`submission/${report}`])
    const sending = sends(team.operator, report, content)
    await sleep(700)
    const sweeping = sweepFiles(api.db, await store(), new Date())
    await sleep(700)
    await other.query('ROLLBACK')
    other.release()
    expect(await sweeping).toBe(0)
    expect(await hashOf(report, await sending)).toBe(sha256(content))
  })

  it('removes nothing that several people attach at once while it runs several times', async () => {
    const [report, colleague] = [await team.begin(), await operatorHere()]
    for (let round = 0; round < 3; round += 1) {
      const content = pdf(`serentak ${round}`)
      await orphan(content)
      const disk = await store()
      const [sent] = await Promise.all([
        Promise.all([team.operator, colleague, team.operator].map(by => sends(by, report, content))),
        ...Array.from({ length: 2 }, () => sweepFiles(api.db, disk, new Date())),
      ])
      for (const answer of sent) expect(await hashOf(report, answer)).toBe(sha256(content))
    }
    await sweepFiles(api.db, await store(), new Date(Date.now() + 40 * 86_400_000))
    const { items } = (await team.operator.call('GET', `/submissions/${report}/attachments`)).json()
    for (const { id, sha256: hash } of items) {
      const read = await team.operator.call('GET', `/submissions/${report}/attachments/${id}/content`)
      expect(sha256(read.rawPayload)).toBe(hash)
    }
  })
})
