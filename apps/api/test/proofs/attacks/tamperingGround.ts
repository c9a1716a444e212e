import type { Anchor } from '@sepakat/db'
import { defaultRuleSet } from '@sepakat/rules'
import { v7 } from 'uuid'
import { type Filing, filing, soon } from '#testing/filing.ts'
import { type TestApi, testApi } from '#testing/testApi.ts'
import { upload } from '#testing/upload.ts'
import { type Verifying, verifying } from '#testing/verifying.ts'

/** A region in which something of everything that history binds was done by its people, all of it under seal. */
export interface Ground {
  api: TestApi
  team: Filing
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
  const team = await filing(api)
  const audit = verifying(api)
  const admin = await api.as({ role: 'admin' })
  const approver = await api.as({ role: 'approver' })
  const must = async (answer: ReturnType<typeof admin.call>) => {
    const { statusCode, body } = await answer
    if (statusCode >= 300) throw new Error(`${statusCode} ${body}`)
    return body === '' ? {} : JSON.parse(body)
  }
  const begun = async () => {
    const id = await team.begin()
    await team.set(id, cells)
    return id
  }
  const [draft, submitted, returned, approved] = [await begun(), await begun(), await begun(), await begun()]
  await team.through(submitted, ['operator', 'submit'])

  const attachment = (await upload(team.operator, returned)).json()
  const removed = (await upload(team.operator, returned, { fields: { title: 'Salah berkas' } })).json().id
  await must(team.operator.call('DELETE', `/submissions/${returned}/attachments/${removed}`))
  await team.through(returned, ['operator', 'submit'], ['verifier', 'claim'])
  await must(team.verifier.call('PUT', `/submissions/${returned}/ticks`, tick))
  const [note, answered] = [
    await team.note(returned),
    await team.note(returned, '/recipients/gepeng', 'Mengapa turun?'),
  ]
  await team.through(returned, ['verifier', 'return', { dueAt: soon() }])
  await must(team.operator.call('POST', `/submissions/${returned}/notes/${answered}/answers`, { text: 'Sudah.' }))
  await team.set(returned, { '/recipients/anak-telantar/due': '10', '/recipients/anak-telantar/served': '5' })

  await team.through(approved, ['operator', 'submit'], ['verifier', 'claim'])
  await must(team.verifier.call('PUT', `/submissions/${approved}/ticks`, { anchors: [tick.anchor], ticked: true }))
  await team.through(approved, ['verifier', 'approve'])
  const request = v7()
  await must(
    team.operator.call('POST', `/submissions/${approved}/reopen-requests`, {
      id: request,
      reason: 'Angka realisasi tertukar.',
      changes: [],
    }),
  )

  const post = { role: 'operator', offices: [team.office], from: '2026-01-01' }
  const person = await must(admin.call('POST', '/people', { name: 'Siti Aminah', username: 'siti.aminah', post }))
  const key = await must(
    admin.call('POST', '/keys', {
      ...{ name: 'e-Planning', owner: team.operator.personId, scopes: ['figure.read'] },
      ...{ offices: [team.office], expires: '2099-12-31' },
    }),
  )
  const proposal = { basedOn: defaultRuleSet.id, year: 2026, note: 'Bobot baru.', change: { spm: { nil: 'zero' } } }
  const { id: ruleSet } = await must(team.coordinator.call('POST', '/rule-sets', proposal))
  await must(approver.call('POST', `/rule-sets/${ruleSet}/approve`, {}))
  return {
    ...{
      api,
      team,
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
      await api.close('tampered')
    },
  }
}
