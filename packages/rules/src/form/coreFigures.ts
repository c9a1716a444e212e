import type { Kind } from '../types.ts'

/** The figures every form has. */
export const coreFigures = {
  completeness: { label: 'Tingkat keterisian', unit: '%' },
} satisfies Kind['figures']
