import { z } from 'zod'
import { endpoints } from '../endpoint.ts'
import { instant, nothing, reasonIn, text } from '../wire.ts'
import { versionEffects } from './catalogueVersions.ts'
import { formParams } from './forms.ts'

const params = formParams.extend({ n: z.coerce.number().int().min(1).max(2_147_483_647) })
/** Of each row that the region and the release changed differently: which one counts. */
const choices = z.record(text(160), z.enum(['published', 'shipped']))
const basedOn = z.number().int().min(1)
const conflict = z.object({
  row: z.string(),
  code: z.string(),
  label: z.string(),
  differences: z.array(z.object({ from: z.number(), field: z.string(), published: z.string(), shipped: z.string() })),
})

export const catalogueProposalEndpoints = endpoints({
  'POST /catalogues/:type/:form/proposals/:n/preview': {
    summary:
      'Pratinjau katalog yang dibawa rilis baru: apa yang berubah, dan baris mana yang berselisih dengan perbaikan daerah',
    need: 'catalogue.manage',
    of: 'region',
    audit: 'stores-nothing',
    rate: 'compute',
    canWait: true,
    once: 'natural',
    params,
    body: z.strictObject({ basedOn, choices: choices.default({}) }),
    response: z.object({
      ...versionEffects,
      status: z.enum(['proposed', 'declined']),
      arrivedAt: instant,
      reason: z.string(),
      conflicts: z.array(conflict),
    }),
    problems: ['not-found', 'invalid', 'stale'],
  },
  'POST /catalogues/:type/:form/proposals/:n/publish': {
    summary: 'Terbitkan katalog yang dibawa rilis baru, bersama perbaikan daerah',
    need: 'catalogue.manage',
    of: 'region',
    audit: 'catalogue.published',
    rate: 'write',
    once: 'natural',
    params,
    body: z.strictObject({ basedOn, choices: choices.default({}), reason: reasonIn }),
    response: z.object({ version: z.number(), sha256: z.string(), changed: z.number() }),
    problems: ['not-found', 'invalid', 'stale'],
  },
  'POST /catalogues/:type/:form/proposals/:n/decline': {
    summary: 'Jangan pakai katalog yang dibawa rilis baru; masih dapat diterbitkan sampai rilis berikutnya',
    need: 'catalogue.manage',
    of: 'region',
    audit: 'catalogue.declined',
    rate: 'write',
    once: 'natural',
    params,
    body: z.strictObject({ reason: reasonIn }),
    response: nothing,
    problems: ['not-found', 'invalid'],
  },
})
