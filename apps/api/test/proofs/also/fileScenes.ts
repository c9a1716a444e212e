import { v7 } from 'uuid'
import { attachPieces, beginPieces } from '#testing/pieces.ts'
import { makePaper } from '#testing/signing.ts'
import { pdf, upload } from '#testing/upload.ts'
import type { Ground, Scenes } from './ground.ts'

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
