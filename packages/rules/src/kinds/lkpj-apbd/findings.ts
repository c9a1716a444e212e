import type { Kind } from '../../types/Kind.ts'

export const findings = {
  'realized-over-budget': {
    level: 'explain',
    table: 'lines',
    message: v => `Realisasi Rp ${v.realized} melebihi anggaran Rp ${v.budget}. Periksa, atau jelaskan.`,
  },
  'total-differs': {
    level: 'explain',
    table: 'totals',
    message: v => `Tertulis Rp ${v.typed}, sedangkan rinciannya berjumlah Rp ${v.sum}. Periksa, atau jelaskan.`,
  },
  unbalanced: {
    level: 'explain',
    table: 'totals',
    message: v =>
      `Anggaran ${v.which} tidak berimbang: surplus atau defisit ditambah pembiayaan neto Rp ${v.sum}, seharusnya 0. Periksa, atau jelaskan.`,
  },
} as const satisfies Kind['findings']
