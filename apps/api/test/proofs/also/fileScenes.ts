import { v7 } from 'uuid'
import { attachPieces, beginPieces } from '#testing/pieces.ts'
import { makePaper } from '#testing/signing.ts'
import { pdf, upload } from '#testing/upload.ts'
import { must } from '../reports.ts'
import type { Ground, Scene, Scenes } from './ground.ts'

const attached = async ({ second: { api, team } }: Ground) => {
  const [report, replaces] = [await team.begin(), v7()]
  await upload(team.operator, report, { fields: { id: replaces } })
  return { api, team, report, fields: { anchor: '/recipients/gepeng/state', replaces } }
}

export const replacedWhole: Scenes = {
  'attachment.replaced': async ground => {
    const { api, team, report, fields } = await attached(ground)
    return { of: api, ask: () => upload(team.operator, report, { fields, file: { content: pdf('baru') } }) }
  },
}

export const replacedInPieces: Scenes = {
  'attachment.replaced': async ground => {
    const { api, team, report, fields } = await attached(ground)
    const [id, bytes] = [v7(), pdf('baru')]
    await beginPieces(team.operator, report, id, bytes.length, bytes)
    return { of: api, ask: () => attachPieces(team.operator, report, id, bytes, fields) }
  },
}

export const paperSigned: Scenes = {
  'attachment.added': async ({ alone: { api, team } }) => {
    const submission = await team.begin()
    await team.through(submission, ['operator', 'submit'])
    await makePaper(api, { submission, n: 1, paper: 'laporan-spm' })
    const path = `/submissions/${submission}/revisions/1/signature`
    return { of: api, ask: () => team.head.call('PUT', path, { with: 'own' }) }
  },
}

export const exported: Scenes = {
  'export.made': async ({ second: { api, team } }) => ({
    of: api,
    ask: () => team.operator.call('GET', `/offices/${team.office}/export`),
  }),
}

export const trailExported: Scenes = {
  'export.made': async ({ alone: { api } }) => {
    const auditor = await api.as({ role: 'auditor' })
    return { of: api, ask: () => auditor.call('GET', '/events/export') }
  },
}

/** The files of what is opened to everybody are ordered. */
export const opened: Scene = async ({ alone: { api, admin } }) => {
  const coordinator = await api.as({ role: 'coordinator' })
  const { id } = await must(coordinator, 'POST', '/editions', { type: 'lkpj', period: '2026' })
  await must(coordinator, 'POST', `/editions/${id}/send`)
  await must(await api.as({ role: 'approver' }), 'POST', `/editions/${id}/approve`)
  const licence = { name: 'CC BY 4.0', url: 'https://creativecommons.org/licenses/by/4.0/' }
  const value = { on: true, licence, editions: ['lkpj/2026'] }
  return { of: api, ask: () => admin.call('PUT', '/settings/public', { value }) }
}
