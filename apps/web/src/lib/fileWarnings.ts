import type { ResponseOf } from './apiTypes.ts'

type Warnings = ResponseOf<'GET /submissions/:id/attachments'>['items'][number]['warnings']

const words: Record<Warnings[number], string> = {
  'links-to-workbooks':
    'Sebagian angkanya diambil dari buku kerja lain yang tidak ikut dilampirkan dan tidak pernah dibuka dari sini.',
}

/** What who reads a file should know. A copy that a device made of an earlier release has no warnings. */
export const warningWords = (warnings: Warnings | undefined): string[] => (warnings ?? []).map(it => words[it])
