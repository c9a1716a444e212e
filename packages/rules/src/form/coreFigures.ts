import type { Kind } from '../types/Kind.ts'

/** The figures every form has. */
export const coreFigures = {
  completeness: { label: 'Tingkat keterisian', unit: '%' },
} satisfies Kind['figures']
