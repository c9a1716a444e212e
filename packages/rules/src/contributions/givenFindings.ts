import type { Finding } from '../types/Finding.ts'
import type { Anchor } from '../types/Pointer.ts'

/** A part that is still assigned blocks submitting: one finding for each part, with its contributor. */
export const givenFindings = (parts: readonly { anchors: Anchor[]; status: string; name: string }[]): Finding[] =>
  parts
    .filter(({ status }) => status === 'given')
    .map(({ anchors, name }) => ({
      code: 'contribution-given',
      level: 'empty',
      at: anchors[0] ?? '',
      message: `Bagian ini masih diisi ${name}. Tunggu sampai dinyatakan selesai, atau tarik kembali.`,
      blocks: true,
    }))
