import type { PaperGiven, PaperSigner } from './PaperKind.ts'

/** Who signs for the office: its head of then, or room for one. */
export const headSigner = ({ head, office }: PaperGiven): PaperSigner => ({
  job: head?.title ?? `Kepala ${office}`,
  name: head?.name ?? null,
  under: [`NIP ${head?.nip ?? '.'.repeat(32)}`],
})
