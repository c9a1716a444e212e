import { v7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { soon } from '#testing/filing.ts'
import { verifying } from '#testing/verifying.ts'
import {
  adminPost,
  approverPost,
  codeOf,
  type DutiesGround,
  dutiesGround,
  loneAdmin,
  newPerson,
  password,
  unmet,
  verifierPost,
} from './dutiesGround.ts'

let g: DutiesGround
beforeAll(async () => {
  g = await dutiesGround()
})
afterAll(() => g.close())

describe('an administrator alone gets no rights over reports', () => {
  it('gives him- or herself no post that reads or approves', async () => {
    const asked = await g.ask(g.attacker.personId, verifierPost)
    expect(asked.status).toBe('waiting')
    expect(await g.postsOf(g.attacker.personId)).toEqual(['admin'])
    expect(codeOf(await g.approve(g.attacker, asked))).toEqual(unmet)
  })

  it('gives another no post that reads', async () => {
    const { id } = await newPerson(g.api)
    const asked = await g.ask(id, { role: 'leader', region: true, from: '2026-01-01' })
    expect([asked.status, await g.postsOf(id)]).toEqual(['waiting', []])
  })

  it('gives a person who is made no first post', async () => {
    const body = { name: 'Boneka', username: 'boneka.satu', post: verifierPost }
    const made = await g.attacker.call('POST', '/people', body)
    expect([made.statusCode, made.json().posts]).toEqual([201, []])
  })

  it('imports no people with posts: all of them wait as one', async () => {
    const row = { name: '', nip: '', username: '', office: '', role: 'Verifikator', reportTypes: '', from: '', to: '' }
    const people = ['impor.a', 'impor.b'].map(username => ({ ...row, name: username, username }))
    const { codes, waiting } = (await g.attacker.call('POST', '/people/import', { people })).json()
    expect([codes.length, waiting]).toEqual([2, true])
    const ids = (await g.api.db.prisma.person.findMany({ where: { username: { startsWith: 'impor.' } } })).map(
      p => p.id,
    )
    for (const id of ids) expect(await g.postsOf(id)).toEqual([])
    const [asked] = (await g.approver.call('GET', `/secondings?waiting=true&person=${ids[0]}`)).json().items
    expect(asked.what).toHaveLength(2)
    expect((await g.approve(g.approver, asked)).statusCode).toBe(200)
    for (const id of ids) expect(await g.postsOf(id)).toEqual(['verifier'])
  })

  it('lengthens no post that ends', async () => {
    const old = await g.api.as({ role: 'verifier', to: new Date('2026-06-30') }, { name: 'Verifikator Lama' })
    const answer = await g.attacker.call('POST', `/posts/${old.postId}/end`, { to: '2099-12-31' })
    expect(answer.statusCode).toBe(202)
    expect((await g.api.db.prisma.post.findUniqueOrThrow({ where: { id: old.postId } })).to).toEqual(
      new Date('2026-06-30'),
    )
  })

  it('gives no posts back', async () => {
    const gone = await g.api.as({ role: 'verifier' }, { name: 'Verifikator Pergi' })
    await g.api.db.prisma.person.update({ where: { id: gone.personId }, data: { disabledAt: new Date() } })
    const answer = await g.attacker.call('PATCH', `/people/${gone.personId}`, { disabled: false })
    expect(answer.statusCode).toBe(202)
    expect((await gone.call('GET', '/submissions')).statusCode).toBe(401)
  })
})

describe('no user seconds what he or she asked for, nor an account made by the asker', () => {
  it('not by a second post of the asker', async () => {
    const two = await g.api.as([{ role: 'admin' }, { role: 'approver' }], { name: 'Dua Jabatan', password })
    const posts = await g.api.db.prisma.post.findMany({ where: { personId: two.personId, role: 'approver' } })
    const asApprover = await g.api.session(two.personId, posts[0]!.id)
    const asked = await g.ask(two.personId, verifierPost, two)
    expect(codeOf(await g.approve(asApprover, asked))).toEqual(unmet)
  })

  it('not by a person whom the asker made and appointed, until thirty days later', async () => {
    const { id } = (await g.attacker.call('POST', '/people', { name: 'Boneka', username: 'boneka.dua' })).json()
    expect((await g.approve(g.approver, await g.ask(id, adminPost))).statusCode).toBe(200)
    const [post] = await g.api.db.prisma.post.findMany({ where: { personId: id } })
    await g.api.db.prisma.account.create({
      data: { accountId: id, providerId: 'credential', userId: id, password: 'x' },
    })
    const puppet = () => g.api.session(id, post!.id)
    const asked = await g.ask(g.attacker.personId, verifierPost)
    const refused = await g.approve(await puppet(), asked)
    expect([...codeOf(refused), refused.json().needs[0].code]).toEqual([...unmet, 'another-person'])
    // Who did not make it is bound by nothing.
    expect((await g.approve(await puppet(), await g.ask(g.victim.personId, verifierPost, g.admin))).statusCode).toBe(
      200,
    )
  })

  it('not by a person of another whom the asker appointed', async () => {
    const { id } = await newPerson(g.api, 'Pegawai Lama')
    expect((await g.approve(g.admin, await g.ask(id, approverPost))).statusCode).toBe(200)
    const [post] = await g.api.db.prisma.post.findMany({ where: { personId: id } })
    await g.api.db.prisma.account.create({
      data: { accountId: id, providerId: 'credential', userId: id, password: 'x' },
    })
    const asked = await g.ask(g.attacker.personId, verifierPost)
    expect(codeOf(await g.approve(await g.api.session(id, post!.id), asked))).toEqual(unmet)
  })

  it('not by one who only reads', async () => {
    const asked = await g.ask(g.attacker.personId, verifierPost)
    expect(codeOf(await g.approve(g.auditor, asked))).toEqual([403, 'no-right'])
    expect(codeOf(await g.approve(g.team.verifier, asked))).toEqual([403, 'no-right'])
  })

  it('a new post for the approver does not make him or her a creature, and the attacker alone', async () => {
    const leader = { role: 'leader', region: true, from: '2026-01-01' }
    expect((await g.approve(g.approver, await g.ask(g.approver.personId, leader))).statusCode).toBe(200)
    const asked = await g.ask(g.attacker.personId, verifierPost)
    expect((await g.approver.call('GET', `/secondings?person=${g.attacker.personId}`)).json().items[0]).toMatchObject({
      id: asked.id,
      turn: 'decide',
    })
  })

  it('no rule set by an approver whom its proposer appointed', async () => {
    const lone = await loneAdmin()
    const { id } = (await lone.admin.call('POST', '/people', { name: 'Boneka', username: 'boneka.tiga' })).json()
    const granted = await lone.admin.call('POST', `/people/${id}/posts`, approverPost)
    expect(granted.statusCode).toBe(201)
    const puppet = await lone.api.session(id, granted.json().id)
    const rules = { basedOn: '2021.1', year: 2026, note: 'Bobot baru.', change: { spm: { nil: 'zero' } } }
    const proposed = (await lone.admin.call('POST', '/rule-sets', rules)).json()
    expect(codeOf(await puppet.call('POST', `/rule-sets/${proposed.id}/approve`))).toEqual(unmet)
    await lone.api.close()
  })
})

describe('those who could second are not put aside', () => {
  it('the other administrator is not disabled', async () => {
    const answer = await g.attacker.call('PATCH', `/people/${g.admin.personId}`, { disabled: true })
    expect(answer.statusCode).toBe(202)
    expect((await g.admin.call('GET', '/people?limit=1')).statusCode).toBe(200)
  })

  it('the approver is not disabled', async () => {
    const answer = await g.attacker.call('PATCH', `/people/${g.approver.personId}`, {
      disabled: true,
      name: 'Pengesah',
    })
    expect(answer.statusCode).toBe(202)
    expect((await g.approver.call('GET', '/secondings')).statusCode).toBe(200)
  })

  it('the post of the approver is not ended', async () => {
    const answer = await g.attacker.call('POST', `/posts/${g.approver.postId}/end`, { to: '2026-11-01' })
    expect(answer.statusCode).toBe(202)
    expect((await g.api.db.prisma.post.findUniqueOrThrow({ where: { id: g.approver.postId } })).to).toBeNull()
  })

  it('the setting is not changed alone', async () => {
    const answer = await g.attacker.call('PUT', '/settings/duties', { value: { second: false } })
    expect([answer.statusCode, answer.json().act]).toEqual([202, 'setting'])
    const { items } = (await g.attacker.call('GET', '/settings')).json()
    expect(items.find((item: { key: string }) => item.key === 'duties').value).toEqual({ second: true })
    expect((await g.ask(g.attacker.personId, verifierPost)).status).toBe('waiting')
  })

  it('a setting in the clothes of another is refused', async () => {
    for (const key of ['moves', 'plan', 'contact', 'region'])
      expect((await g.attacker.call('PUT', `/settings/${key}`, { value: { second: false } })).statusCode).toBe(422)
  })
})

describe('what was asked is what is done, once', () => {
  it('a body that was changed between asking and seconding is refused', async () => {
    const asked = await g.ask(g.attacker.personId, verifierPost)
    expect(codeOf(await g.approve(g.approver, { ...asked, digest: 'a'.repeat(64) }))).toEqual([412, 'stale'])
    const { id } = asked
    const change = g.api.db.pool.query(
      `UPDATE seconding SET act = jsonb_set(act, '{posts,0,post,role}', '"admin"') WHERE id = $1`,
      [id],
    )
    await expect(change).rejects.toThrow('decided once, as it was asked')
    await expect(g.api.db.pool.query('DELETE FROM seconding WHERE id = $1', [id])).rejects.toThrow()
  })

  it('a grant that was declined is not approved any more', async () => {
    const asked = await g.ask(g.attacker.personId, verifierPost)
    const path = `/secondings/${asked.id}/decline`
    const declined = await g.approver.call('POST', path, { reason: 'Pengelola tidak memeriksa laporan.' })
    expect(declined.json()).toMatchObject({ status: 'declined', reason: 'Pengelola tidak memeriksa laporan.' })
    for (const by of [g.approver, g.admin]) expect(codeOf(await g.approve(by, asked))).toEqual([409, 'exists'])
    expect(await g.postsOf(g.attacker.personId)).toEqual(['admin'])
    const reopened = g.api.db.pool.query(`UPDATE seconding SET status = 'waiting', decided_at = NULL WHERE id = $1`, [
      asked.id,
    ])
    await expect(reopened).rejects.toThrow('decided once')
  })

  it('a grant that is approved by two at once is given once', async () => {
    const { id } = await newPerson(g.api)
    const asked = await g.ask(id, verifierPost)
    const answers = await Promise.all([g.approve(g.approver, asked), g.approve(g.admin, asked)])
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409])
    expect(await g.postsOf(id)).toEqual(['verifier'])
  })

  it('what an administrator asked who is one no more is not done', async () => {
    const brief = await g.api.as({ role: 'admin' }, { name: 'Pengelola Sebentar' })
    const asked = await g.ask(brief.personId, verifierPost, brief)
    await g.api.db.prisma.post.update({ where: { id: brief.postId }, data: { to: new Date('2026-01-01') } })
    expect(codeOf(await g.approve(g.approver, asked))).toEqual(unmet)
  })

  it('a seconding that the account of the application approves without an event is found', async () => {
    const asked = await g.ask(g.attacker.personId, verifierPost)
    const audit = verifying(g.api)
    const found = await audit.asApplication(db =>
      db.query(`UPDATE seconding SET status = 'approved', decided_at = now(), decided_by = 'post:x' WHERE id = $1`, [
        asked.id,
      ]),
    )
    expect(found).toContainEqual(
      expect.objectContaining({ code: 'row-changed', where: expect.stringContaining(`persetujuan kedua ${asked.id}`) }),
    )
    await audit.close()
  })
})

describe('a key does no more than its owner may', () => {
  const scopes = ['submission.read', 'submission.review'] as const
  const order = (owner: string, given: readonly string[] = scopes) => ({
    ...{ name: 'Aplikasi', owner, scopes: given, region: true, expires: '2099-12-31' },
  })

  it('no key that reads is issued alone, and what was shown opens nothing while it waits', async () => {
    const answer = await g.attacker.call('POST', '/keys', order(g.team.verifier.personId))
    expect(answer.statusCode).toBe(202)
    const authorization = `Bearer ${answer.json().key}`
    const asking = () => g.api.stranger.call('GET', '/submissions', undefined, { authorization })
    expect((await asking()).statusCode).toBe(401)
    expect((await g.approve(g.approver, answer.json())).statusCode).toBe(200)
    expect((await asking()).statusCode).toBe(200)
  })

  it('an administrator who reads nothing owns no key that does', async () => {
    const answer = await g.attacker.call('POST', '/keys', order(g.attacker.personId))
    expect([answer.statusCode, answer.json().errors[0].pointer]).toEqual([422, '/owner'])
    const { call } = await g.api.withKey({ owner: g.attacker.personId, scopes: [...scopes] })
    expect(codeOf(await call('GET', '/submissions'))).toEqual([403, 'no-right'])
  })

  it('what the posts of an owner do not give is said in words of the office', async () => {
    const owner = await g.api.as({ role: 'leader' }, { name: 'Hanya Membaca', password })
    const given = ['submission.read', 'submission.write', 'submission.submit']
    const answer = await g.attacker.call('POST', '/keys', order(owner.personId, given))
    expect(answer.statusCode).toBe(422)
    expect(answer.json().errors[0].message).toContain('tidak memberi wewenang Mengisi, Mengirim, dan kunci')
  })

  it('a key of the whole region reads what its owner reads', async () => {
    const report = await g.team.begin()
    await g.team.through(report, ['operator', 'submit'])
    const { call } = await g.api.withKey({
      owner: g.team.other.personId,
      scopes: ['submission.read', 'submission.write'],
    })
    expect((await call('GET', `/submissions/${report}`)).statusCode).toBe(404)
    expect((await call('GET', '/submissions?limit=200')).body).not.toContain(report)
  })

  it('a key stops with the post of its owner', async () => {
    const owner = await g.api.as([{ role: 'verifier' }, { role: 'leader', reportTypes: ['lkpj'] }], { name: 'Pemilik' })
    const { call } = await g.api.withKey({ owner: owner.personId, scopes: [...scopes] })
    const report = await g.team.begin()
    await g.team.through(report, ['operator', 'submit'])
    expect((await call('POST', `/submissions/${report}/claim`, {})).statusCode).toBe(200)
    await g.api.db.prisma.post.update({ where: { id: owner.postId }, data: { to: new Date('2026-01-01') } })
    expect((await call('POST', `/submissions/${report}/release`, {})).statusCode).toBe(403)
    expect((await call('GET', `/submissions/${report}`)).statusCode).toBe(404)
  })

  it('a key is not handed to another alone', async () => {
    const { keyId } = await g.api.withKey({ owner: g.team.verifier.personId, scopes: [...scopes] })
    const owner = g.team.secondVerifier.personId
    expect((await g.attacker.call('PATCH', `/keys/${keyId}`, { owner })).statusCode).toBe(202)
    expect((await g.api.db.prisma.apiKey.findUniqueOrThrow({ where: { id: keyId } })).ownerId).toBe(
      g.team.verifier.personId,
    )
  })

  it('what a key did stays the work of who answered for it then', async () => {
    const two = await g.api.as([{ role: 'verifier' }, { role: 'operator', offices: [g.team.office] }], {
      name: 'Rangkap',
    })
    const key = await g.api.withKey({ owner: two.personId, scopes: ['submission.read', 'submission.write'] })
    const report = await g.team.begin()
    await g.team.set(report, { '/recipients/gepeng/due': '5' }, key)
    const asked = await g.attacker.call('PATCH', `/keys/${key.keyId}`, { owner: g.team.operator.personId })
    expect((await g.approve(g.approver, asked.json())).statusCode).toBe(200)
    await g.team.through(report, ['operator', 'submit'])
    expect((await two.call('POST', `/submissions/${report}/claim`, {})).json().needs[0].code).toBe('clean-hands')
  })
})

describe('no user reviews what he or she took part in', () => {
  const both = () =>
    g.api.as([{ role: 'operator', offices: [g.team.office] }, { role: 'verifier' }], { name: 'Rangkap' })
  const asVerifier = async (personId: string) => {
    const post = await g.api.db.prisma.post.findFirstOrThrow({ where: { personId, role: 'verifier' } })
    return g.api.session(personId, post.id)
  }
  const claim = async (personId: string, report: string) =>
    (await (await asVerifier(personId)).call('POST', `/submissions/${report}/claim`, {})).json().needs?.[0].code

  it('not a report that he or she withdrew', async () => {
    const who = await both()
    const report = await g.team.begin()
    await g.team.through(report, ['operator', 'submit'])
    expect((await g.team.move(who, report, 'withdraw')).statusCode).toBe(200)
    await g.team.through(report, ['operator', 'submit'])
    expect(await claim(who.personId, report)).toBe('clean-hands')
  })

  it('not a report of which he or she gave a part away', async () => {
    const who = await both()
    const report = await g.team.begin()
    const part = { id: v7(), anchors: ['/recipients/gepeng'], person: g.team.operator.personId, dueAt: soon() }
    expect((await who.call('POST', `/submissions/${report}/contributions`, part)).statusCode).toBe(200)
    await g.team.operator.call('POST', `/submissions/${report}/contributions/${part.id}/done`)
    await g.team.through(report, ['operator', 'submit'])
    expect(await claim(who.personId, report)).toBe('clean-hands')
  })

  it('not a report that he or she asked to be opened again', async () => {
    const who = await both()
    const report = await g.team.begin()
    await g.team.through(report, ['operator', 'submit'], ['verifier', 'claim'], ['verifier', 'approve'])
    const asked = { id: v7(), reason: 'Data pusat berubah.', changes: [] }
    expect((await who.call('POST', `/submissions/${report}/reopen-requests`, asked)).statusCode).toBe(200)
    await g.team.through(report, ['coordinator', 'reopen', { reason: 'Data pusat berubah.', dueAt: soon() }])
    const { items } = (await g.team.operator.call('GET', `/submissions/${report}/notes`)).json()
    await g.team.operator.call('POST', `/submissions/${report}/notes/${items[0].id}/answers`, { text: 'Sudah.' })
    await g.team.through(report, ['operator', 'submit'])
    expect(await claim(who.personId, report)).toBe('clean-hands')
  })
})

describe('it is told', () => {
  it('to the owner of an account, who issued a code for it', async () => {
    expect((await g.attacker.call('POST', `/people/${g.approver.personId}/codes`)).statusCode).toBe(201)
    const [told] = (await g.approver.call('GET', '/session/events?limit=1')).json().items
    expect(told).toMatchObject({ type: 'code.issued', by: { name: 'Penyerang' }, own: false })
    expect(told.words).toContain('Kode masuk')
  })

  it('to the person concerned, that a right was asked, given and by whom', async () => {
    const { id } = await newPerson(g.api, 'Yang Bersangkutan')
    const { id: session } = (await g.api.db.prisma.post.create({
      data: {
        personId: id,
        role: 'leader',
        reportTypes: [],
        officeIds: [],
        region: true,
        from: new Date('2026-01-01'),
      },
    })) as { id: string }
    const concerned = await g.api.session(id, session)
    expect((await g.approve(g.approver, await g.ask(id, verifierPost))).statusCode).toBe(200)
    const { items } = (await concerned.call('GET', '/session/events')).json()
    expect(items.map(({ type, by }: { type: string; by: { name: string } }) => [type, by.name])).toEqual([
      ['second.approved', 'Pengesah'],
      ['post.granted', 'Penyerang'],
      ['second.asked', 'Penyerang'],
      ['person.created', 'Sistem'],
    ])
    expect(items[0].words).toBe('Jabatan bagi Anda disetujui orang kedua.')
    expect(items[2].words).toBe('Jabatan bagi Anda diminta; berlakunya memerlukan persetujuan kedua.')
    expect((await g.victim.call('GET', '/session/events')).body).not.toContain('Yang Bersangkutan')
  })

  it('to the person concerned, that another did it, also one of the same name', async () => {
    const namesake = await g.api.as({ role: 'admin' }, { name: 'Korban', password })
    expect((await namesake.call('POST', `/people/${g.victim.personId}/codes`)).statusCode).toBe(201)
    const [told] = (await g.victim.call('GET', '/session/events?limit=1')).json().items
    expect(told).toMatchObject({ type: 'code.issued', by: { name: 'Korban' }, own: false })
  })

  it('to the auditor, from whom a key went to whom, also after it went', async () => {
    const owner = await g.api.as({ role: 'leader' }, { name: 'Penanggung Lama', password })
    const next = await g.api.as({ role: 'leader' }, { name: 'Penanggung Baru', password })
    const { id } = await g.api.db.prisma.apiKey.create({
      data: {
        name: 'Aplikasi',
        prefix: 'PINDAHAN',
        hash: Buffer.alloc(32, 9),
        ownerId: owner.personId,
        scopes: ['figure.read'],
        reportTypes: [],
        region: true,
        officeIds: [],
        expiresAt: new Date('2027-12-31'),
      },
    })
    const asked = (await g.attacker.call('PATCH', `/keys/${id}`, { owner: next.personId })).json()
    expect(asked.what[0]).toContain('dari Penanggung Lama kepada Penanggung Baru')
    expect((await g.approve(g.approver, asked)).statusCode).toBe(200)
    const [line] = (await g.auditor.call('GET', '/secondings?limit=1')).json().items
    expect(line.what[0]).toContain('dari Penanggung Lama kepada Penanggung Baru')
  })

  it('to the auditor, who asked, who seconded, and exactly what', async () => {
    const { id, username } = await newPerson(g.api, 'Calon Verifikator')
    const asked = await g.ask(id, verifierPost)
    expect((await g.approve(g.approver, asked)).statusCode).toBe(200)
    const [line] = (await g.auditor.call('GET', '/secondings?limit=1')).json().items
    expect(line).toMatchObject({
      status: 'approved',
      askedBy: { name: 'Penyerang' },
      decidedBy: { name: 'Pengesah' },
      what: [
        `Calon Verifikator (${username}): Verifikator; seluruh daerah; semua laporan; mulai 1\u00a0Jan\u00a02026.`,
      ],
      turn: null,
    })
    expect((await g.api.events('rights')).slice(-2).map(({ type }) => type)).toEqual([
      'post.granted',
      'second.approved',
    ])
  })

  it('where no one may second yet, a grant holds alone and the auditor is shown that it did', async () => {
    const { api, admin, auditor } = await loneAdmin()
    const { id } = await newPerson(api)
    expect((await admin.call('POST', `/people/${id}/posts`, verifierPost)).statusCode).toBe(201)
    const [line] = (await auditor.call('GET', '/secondings')).json().items
    expect(line).toMatchObject({ status: 'alone', reason: 'Belum ada orang lain yang dapat menyetujui.' })
    expect((await api.events('rights')).at(-1)).toMatchObject({ type: 'post.granted', data: { seconding: line.id } })
    // From the day somebody may, it waits.
    await api.as({ role: 'approver' }, { password })
    expect((await admin.call('POST', `/people/${id}/posts`, verifierPost)).statusCode).toBe(202)
    const audit = verifying(api)
    expect(await audit.verify()).toEqual([])
    await audit.close()
    await api.close()
  })
})
