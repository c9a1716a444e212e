import { v7 } from 'uuid'
import { attachPieces, beginPieces } from '#testing/pieces.ts'
import { pdf, upload } from '#testing/upload.ts'
import type { Ground, Scenes } from './ground.ts'

const attached = async ({ second: { api, desk } }: Ground) => {
  const [report, replaces] = [await desk.begin(), v7()]
  await upload(desk.operator, report, { fields: { id: replaces } })
  return { api, desk, report, fields: { anchor: '/recipients/gepeng/state', replaces } }
}

export const replacedWhole: Scenes = {
  'attachment.replaced': async ground => {
    const { api, desk, report, fields } = await attached(ground)
    return { of: api, ask: () => upload(desk.operator, report, { fields, file: { content: pdf('baru') } }) }
  },
}

export const replacedInPieces: Scenes = {
  'attachment.replaced': async ground => {
    const { api, desk, report, fields } = await attached(ground)
    const [id, bytes] = [v7(), pdf('baru')]
    await beginPieces(desk.operator, report, id, bytes.length, bytes)
    return { of: api, ask: () => attachPieces(desk.operator, report, id, bytes, fields) }
  },
}

export const exported: Scenes = {
  'export.made': async ({ second: { api, desk } }) => ({
    of: api,
    ask: () => desk.operator.call('GET', `/offices/${desk.office}/export`),
  }),
}
