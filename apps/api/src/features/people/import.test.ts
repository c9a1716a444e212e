import { openDatabase } from '@sepakat/db'
import { officeId } from '@sepakat/db/builders/index.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type SignedIn, type TestApi, testApi } from '#testing/testApi.ts'

let api: TestApi
let admin: SignedIn
let operator: SignedIn
let dinkes: string
beforeAll(async () => {
  api = await testApi()
  admin = await api.as({ role: 'admin' })
  operator = await api.as({ role: 'operator' })
  dinkes = await officeId(api.db, 'dinkes')
})
afterAll(() => api.close())

const row = (more: Record<string, string> = {}) => ({
  ...{ name: 'Siti Aminah', nip: '19850303 201001 2 003', username: '', office: 'dinkes p2kb', role: 'Operator' },
  ...{ reportTypes: 'SPM, LPPD', from: '01-01-2026', to: '' },
  ...more,
})
const send = async (path: string, people: object[]) => {
  const answer = await admin.call('POST', path, { people })
  expect(answer.statusCode, answer.body).toBe(200)
  return answer.json()
}
const preview = async (...people: object[]) => (await send('/people/import/preview', people)).lines

describe('POST /people/import/preview', () => {
  it('turns a stranger and an operator away, and refuses what is no list', async () => {
    const path = '/people/import/preview'
    expect((await api.stranger.call('POST', path, { people: [row()] })).statusCode).toBe(401)
    expect((await operator.call('POST', path, { people: [row()] })).statusCode).toBe(403)
    for (const body of [{}, { people: [] }, { people: [{ name: 'x' }] }, { people: Array(201).fill(row()) }])
      expect((await admin.call('POST', path, body)).statusCode).toBe(422)
  })

  it('says who would be added, as what and where, and stores nothing', async () => {
    const lines = await preview(
      row(),
      row({ nip: '', username: 'budi.s', role: 'leader', office: '', reportTypes: '' }),
    )
    expect(lines).toEqual([
      {
        name: 'Siti Aminah',
        signInName: '198503032010012003',
        post: 'Operator, Dinas Kesehatan, Pengendalian Penduduk dan Keluarga Berencana, SPM, LPPD, mulai 1\u00a0Jan\u00a02026',
        result: 'new',
        fault: null,
      },
      {
        name: 'Siti Aminah',
        signInName: 'budi.s',
        post: 'Pimpinan, seluruh daerah, semua laporan, mulai 1\u00a0Jan\u00a02026',
        result: 'new',
        fault: null,
      },
    ])
    expect(await api.db.prisma.person.count({ where: { name: 'Siti Aminah' } })).toBe(0)
  })

  it('reads a day as a spreadsheet stores it', async () => {
    const [line] = await preview(row({ from: '46023', to: '31/12/2026' }))
    expect(line.post).toContain('1\u00a0Jan\u00a02026 sampai 31\u00a0Des\u00a02026')
  })

  it.each([
    [{ name: '' }, 'Tulis nama lengkapnya'],
    [{ nip: '123' }, '18 angka'],
    [{ nip: '' }, 'NIP atau nama pengguna'],
    [{ office: 'Dinas Antah' }, 'tidak dikenal'],
    [{ office: '' }, 'Isi perangkat daerahnya'],
    [{ role: 'Bupati' }, 'Peran “Bupati” tidak dikenal'],
    [{ reportTypes: 'SPM, ABC' }, 'Jenis laporan'],
    [{ from: 'kemarin' }, 'Tanggal “kemarin” tidak terbaca'],
    [{ to: '31-12-2025' }, 'sebelum tanggal mulai'],
    [{ role: 'Pengelola sistem' }, 'seluruh daerah'],
  ])('says what is wrong: %j', async (more, fault) => {
    const [line] = await preview(row(more))
    expect(line.result).toBe('wrong')
    expect(line.fault).toContain(fault)
  })

  it('names who is listed twice', async () => {
    const lines = await preview(row(), row({ name: 'Siti A.' }))
    expect(lines[1]).toMatchObject({ result: 'wrong', fault: 'Orang ini sudah disebut pada baris ke-1.' })
  })
})

describe('POST /people/import', () => {
  it('turns a stranger and an operator away, and refuses what is no list', async () => {
    expect((await api.stranger.call('POST', '/people/import', { people: [row()] })).statusCode).toBe(401)
    expect((await operator.call('POST', '/people/import', { people: [row()] })).statusCode).toBe(403)
    expect((await admin.call('POST', '/people/import', { people: 'x' })).statusCode).toBe(422)
  })

  it('adds each with a post and a code that signs in, and passes over what is wrong', async () => {
    const { lines, codes } = await send('/people/import', [
      row(),
      row({ nip: '', username: 'rahmat', office: 'Antah' }),
      row({ name: 'Budi', nip: '', username: 'budi.s' }),
    ])
    expect(lines.map((line: { result: string }) => line.result)).toEqual(['new', 'wrong', 'new'])
    expect(codes).toMatchObject([{ signInName: '198503032010012003' }, { name: 'Budi', signInName: 'budi.s' }])
    const budi = await api.db.prisma.person.findUnique({ where: { username: 'budi.s' }, include: { posts: true } })
    expect(budi?.posts).toMatchObject([{ role: 'operator', officeIds: [dinkes], reportTypes: ['spm', 'lppd'] }])
    // The posts of all of them come last: they are seconded once.
    expect((await api.events('rights')).slice(-4)).toMatchObject([
      { type: 'person.created', actor: `post:${admin.postId}`, data: { person: budi?.id } },
      { type: 'code.issued', data: { person: budi?.id } },
      { type: 'post.granted' },
      { type: 'post.granted', data: { person: budi?.id } },
    ])
    const sent = { name: 'budi.s', code: codes[1].code, password: 'perahu kecil di hulu' }
    expect((await api.stranger.call('POST', '/session/code', sent)).statusCode).toBe(200)
  })

  it('tells the codes of those who were added though one could not be', async () => {
    const owner = openDatabase({ url: api.ownerUrl, max: 1 })
    await owner.pool.query(`CREATE FUNCTION fail() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'disk'; END $$;
      CREATE TRIGGER fail BEFORE INSERT ON person FOR EACH ROW WHEN (NEW.name = 'Gagal') EXECUTE FUNCTION fail()`)
    const people = ['Satu', 'Gagal', 'Tiga'].map((name, n) => row({ name, nip: '', username: `orang.ke.${n}` }))
    const { lines, codes } = await send('/people/import', people)
    expect(lines.map((line: { result: string }) => line.result)).toEqual(['new', 'wrong', 'new'])
    expect(lines[1].fault).toContain('Kirim barisnya sekali lagi')
    expect(codes).toMatchObject([{ name: 'Satu' }, { name: 'Tiga' }])
    const alone = await admin.call('POST', '/people/import', { people: people.slice(1, 2) })
    expect(alone.statusCode).toBe(500)
    await owner.pool.query('DROP FUNCTION fail() CASCADE')
    await owner.close()
  })

  it('passes over who is there already, and tells no code of theirs', async () => {
    const { lines, codes } = await send('/people/import', [row({ name: 'Nama Lain' })])
    expect(lines).toMatchObject([{ result: 'there', fault: 'Sudah terdaftar sebagai Siti Aminah.' }])
    expect(codes).toEqual([])
  })
})
