import type { Kind } from '../../types/Kind.ts'

export const findings = {
  'due-changed': {
    level: 'explain',
    table: 'recipients',
    message: v =>
      `Target setahun berubah dari ${v.before} (triwulan lalu) menjadi ${v.now}. Jelaskan mengapa, atau kembalikan ke angka semula.`,
  },
  'served-fell': {
    level: 'explain',
    table: 'recipients',
    message: v =>
      `Terlayani ${v.now}, kurang dari triwulan lalu (${v.before}). Angka ini dihitung sejak 1 Januari sehingga biasanya tidak turun. Periksa, atau jelaskan.`,
  },
  'over-100': {
    level: 'explain',
    table: 'recipients',
    message: v =>
      `Terlayani ${v.served} melebihi yang harus dilayani ${v.due} (${v.percent} %). Periksa targetnya, atau jelaskan.`,
  },
  'zero-due': {
    level: 'explain',
    table: 'recipients',
    message: () =>
      'Target 0 tidak dapat dihitung. Bila memang tidak ada yang harus dilayani, nyatakan nihil dengan alasan dan bukti; bila tidak, perbaiki atau jelaskan.',
  },
  'met-fell': {
    level: 'explain',
    table: 'quality',
    message: v =>
      `Terpenuhi ${v.now}, kurang dari triwulan lalu (${v.before}). Angka ini dihitung sejak 1 Januari sehingga biasanya tidak turun. Periksa, atau jelaskan.`,
  },
  'row-over-100': {
    level: 'explain',
    table: 'quality',
    message: v =>
      `Terpenuhi ${v.met} melebihi yang harus dipenuhi ${v.required} (${v.percent} %). Periksa kebutuhannya, atau jelaskan.`,
  },
  'zero-required': {
    level: 'explain',
    table: 'quality',
    message: () =>
      'Kebutuhan 0 tidak dapat dihitung. Bila memang tidak ada yang harus dipenuhi, nyatakan nihil; bila tidak, perbaiki atau jelaskan.',
  },
  'spent-over-budget': {
    level: 'explain',
    table: 'budget',
    message: v => `Realisasi Rp ${v.spent} melebihi anggaran Rp ${v.budget}. Periksa, atau jelaskan.`,
  },
  'nil-after-served': {
    level: 'explain',
    table: 'recipients',
    message: v =>
      `Dinyatakan nihil, padahal sampai triwulan lalu sudah terlayani ${v.before}. Angka dihitung sejak 1 Januari, sehingga yang sudah terlayani tetap terhitung. Batalkan nihilnya, atau jelaskan.`,
  },
  'nil-after-met': {
    level: 'explain',
    table: 'quality',
    message: v =>
      `Dinyatakan ${v.declared}, padahal sampai triwulan lalu sudah terpenuhi ${v.before}. Angka dihitung sejak 1 Januari. Batalkan pernyataannya, atau jelaskan.`,
  },
  'nil-without-proof': {
    level: 'wrong',
    table: 'recipients',
    message: () => 'Dinyatakan nihil tanpa bukti dukung. Lampirkan bukti bahwa tidak ada yang harus dilayani.',
  },
} as const satisfies Kind['findings']
