import type { ResponseOf } from '#sync/apiTypes.ts'

type Warnings = ResponseOf<'GET /submissions/:id/attachments'>['items'][number]['warnings']

const words: Record<Warnings[number], string> = {
  'links-to-workbooks':
    'Sebagian angkanya diambil dari buku kerja lain yang tidak ikut dilampirkan dan tidak pernah dibuka dari sini.',
}

/** Warnings for readers of a file. A cache entry of an earlier release has none. */
export const fileWarningWords = (warnings: Warnings | undefined): string[] => (warnings ?? []).map(it => words[it])
