import { putSetting, reader } from '@sepakat/db'
import { v7 } from 'uuid'
import { soon } from '#testing/filing.ts'
import type { Caller, SignedIn } from '#testing/testApi.ts'
import { upload } from '#testing/upload.ts'
import { must } from '../reports.ts'
import type { World } from './world.ts'

/** Reports that verifiers took part in, each in another way, under another post or by a key. */
export interface Touched {
  submitted: string
  inReview: string
  note: string
  /** Passed by the first reviewer, not claimed. */
  secondReview: string
  spmWave: string
  /** At their posts as verifiers. */
  people: Record<string, Caller>
}

const setMoves = ({ api }: World, spm: { signing: boolean; secondReview: boolean }) => {
  const off = { signing: false, secondReview: false }
  return putSetting(reader(api.db), 'moves', { spm, lppd: off, sakip: off, lkpj: off }, 'system')
}

export const buildTouched = async (world: World): Promise<Touched> => {
  const { api, office, asker, admin } = world
  const [operator, reviewer] = [asker('operator own', ''), asker('verifier own', '')]

  /** A person of two posts, signed in at each. */
  const two = async (role: 'operator' | 'head'): Promise<{ first: SignedIn; verifier: SignedIn }> => {
    const first = await api.as([{ role, offices: [office] }, { role: 'verifier' }])
    const posts = await api.db.prisma.post.findMany({ where: { personId: first.personId }, select: { id: true } })
    const other = posts.find(({ id }) => id !== first.postId)!
    return { first, verifier: await api.session(first.personId, other.id) }
  }
  const [typed, byKey, attached, contributed, filed, answered, signed] = [
    await two('operator'),
    await two('operator'),
    await two('operator'),
    await two('operator'),
    await two('operator'),
    await two('operator'),
    await two('head'),
  ]
  const scopes = ['submission.read' as const, 'submission.write' as const]
  const key = await api.withKey({ owner: byKey.first.personId, scopes, offices: [office] })

  const set = async (by: Caller, id: string, pointer: string) => {
    const changes = [{ changeId: v7(), op: 'set', pointer, value: '5', base: 0 }]
    const { results } = await must(by, 'PATCH', `/submissions/${id}/answers`, { changes })
    if (results[0].result !== 'applied') throw new Error(JSON.stringify(results))
  }
  const move = (by: Caller, id: string, name: string, body: object = {}) =>
    must(by, 'POST', `/submissions/${id}/${name}`, body)
  const build = async (period: string): Promise<string> => {
    const { id } = await must(operator, 'POST', '/submissions', { office, form: 'spm/triwulan', period })
    await set(typed.first, id, '/recipients/anak-telantar/served')
    await set(key, id, '/recipients/gepeng/served')
    const sent = await upload(attached.first, id)
    if (sent.statusCode !== 201) throw new Error(sent.body)
    const contribution = v7()
    const part = { id: contribution, anchors: ['/recipients/lansia-telantar'], dueAt: soon() }
    const handed = { ...part, person: contributed.first.personId }
    await must(operator, 'POST', `/submissions/${id}/contributions`, handed)
    await must(contributed.first, 'POST', `/submissions/${id}/contributions/${contribution}/done`)
    await move(filed.first, id, 'submit')
    await move(reviewer, id, 'claim')
    const note = v7()
    await must(reviewer, 'POST', `/submissions/${id}/notes`, { id: note, anchor: '', text: 'Mohon dicek.' })
    await move(reviewer, id, 'return', { dueAt: soon() })
    await must(answered.first, 'POST', `/submissions/${id}/notes/${note}/answers`, { text: 'Sudah dicek.' })
    await setMoves(world, { signing: true, secondReview: false })
    await move(operator, id, 'submit')
    await move(signed.first, id, 'sign')
    await setMoves(world, { signing: false, secondReview: false })
    return id
  }
  const submitted = await build('2024-TW1')
  const inReview = await build('2024-TW2')
  await move(reviewer, inReview, 'claim')
  const note = v7()
  await must(reviewer, 'POST', `/submissions/${inReview}/notes`, { id: note, anchor: '', text: 'Masih kurang.' })

  const firstReviewer = await api.as({ role: 'verifier' })
  const { id: secondReview } = await must(operator, 'POST', '/submissions', {
    office,
    form: 'spm/triwulan',
    period: '2024-TW3',
  })
  await move(operator, secondReview, 'submit')
  await move(firstReviewer, secondReview, 'claim')
  await setMoves(world, { signing: false, secondReview: true })
  await move(firstReviewer, secondReview, 'approve')
  await setMoves(world, { signing: false, secondReview: false })

  const wave = { name: 'Gelombang SPM', fromPeriod: '2027', offices: [office], reportTypes: ['spm', 'sakip'] }
  return {
    submitted,
    inReview,
    note,
    secondReview,
    spmWave: (await must(admin, 'POST', '/waves', wave)).id,
    people: {
      'verifier who typed': typed.verifier,
      'verifier whose key typed': byKey.verifier,
      'verifier who attached': attached.verifier,
      'verifier who contributed': contributed.verifier,
      'verifier who submitted': filed.verifier,
      'verifier who answered a note': answered.verifier,
      'verifier who signed': signed.verifier,
      'first reviewer': firstReviewer,
    },
  }
}
