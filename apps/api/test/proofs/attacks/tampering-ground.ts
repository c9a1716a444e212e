import type { Anchor } from '@sepakat/db'
import { defaultRuleSet } from '@sepakat/rules'
import { v7 } from 'uuid'
import { type Filing, filing, soon } from '#testing/filing.ts'
import { type TestApi, testApi } from '#testing/test-api.ts'
import { upload } from '#testing/upload.ts'
import { type Verifying, verifying } from '#testing/verifying.ts'

/** A region in which something of everything that history binds was done by its people, all of it under seal. */
export interface Ground {
  api: TestApi
  desk: Filing
  audit: Verifying
  /** Reports by status. */
  draft: string
  submitted: string
  returned: string
  approved: string
  note: string
  answered: string
  attachment: { id: string; sha256: string }
  removed: string
  request: string
  key: string
  person: string
  post: string
  ruleSet: string
  noted: Anchor
  close: () => Promise<void>
}

const cells = { '/recipients/gepeng/due': '200', '/recipients/gepeng/served': '150' }
const tick = { anchor: '/recipients/gepeng', ticked: true }

export const tamperingGround = async (): Promise<Ground> => {
  const api = await testApi()
  const desk = await filing(api)
  const audit = verifying(api)
  const admin = await api.as({ role: 'admin' })
  const approver = await api.as({ role: 'approver' })
  const must = async (answer: ReturnType<typeof admin.call>) => {
    const { statusCode, body } = await answer
    if (statusCode >= 300) throw new Error(`${statusCode} ${body}`)
    return body === '' ? {} : JSON.parse(body)
  }
  const begun = async () => {
    const id = await desk.begin()
    await desk.set(id, cells)
    return id
  }
  const [draft, submitted, returned, approved] = [await begun(), await begun(), await begun(), await begun()]
  await desk.through(submitted, ['operator', 'submit'])

  const attachment = (await upload(desk.operator, returned)).json()
  const removed = (await upload(desk.operator, returned, { fields: { title: 'Salah berkas' } })).json().id
  await must(desk.operator.call('DELETE', `/submissions/${returned}/attachments/${removed}`))
  await desk.through(returned, ['operator', 'submit'], ['verifier', 'claim'])
  await must(desk.verifier.call('PUT', `/submissions/${returned}/ticks`, tick))
  const [note, answered] = [
    await desk.note(returned),
    await desk.note(returned, '/recipients/gepeng', 'Mengapa turun?'),
  ]
  await desk.through(returned, ['verifier', 'return', { dueAt: soon() }])
  await must(desk.operator.call('POST', `/submissions/${returned}/notes/${answered}/answers`, { text: 'Sudah.' }))
  await desk.set(returned, { '/recipients/anak-telantar/due': '10', '/recipients/anak-telantar/served': '5' })

  await desk.through(approved, ['operator', 'submit'], ['verifier', 'claim'])
  await must(desk.verifier.call('PUT', `/submissions/${approved}/ticks`, { anchors: [tick.anchor], ticked: true }))
  await desk.through(approved, ['verifier', 'approve'])
  const request = v7()
  await must(
    desk.operator.call('POST', `/submissions/${approved}/reopen-requests`, {
      id: request,
      reason: 'Angka realisasi tertukar.',
      changes: [],
    }),
  )

  const post = { role: 'operator', offices: [desk.office], from: '2026-01-01' }
  const person = await must(admin.call('POST', '/people', { name: 'Siti Aminah', username: 'siti.aminah', post }))
  const key = await must(
    admin.call('POST', '/keys', {
      ...{ name: 'e-Planning', owner: desk.operator.personId, scopes: ['figure.read'] },
      ...{ offices: [desk.office], expires: '2099-12-31' },
    }),
  )
  const proposal = { basedOn: defaultRuleSet.id, year: 2026, note: 'Bobot baru.', change: { spm: { nil: 'zero' } } }
  const { id: ruleSet } = await must(desk.coordinator.call('POST', '/rule-sets', proposal))
  await must(approver.call('POST', `/rule-sets/${ruleSet}/approve`, {}))
  return {
    ...{
      api,
      desk,
      audit,
      draft,
      submitted,
      returned,
      approved,
      note,
      answered,
      attachment,
      removed,
      request,
      ruleSet,
    },
    ...{ key: key.id, person: person.id, post: person.posts[0].id, noted: await audit.seal() },
    close: async () => {
      await audit.close()
      await api.close()
    },
  }
}
