/** Kinds of offices that can be added, as the API names them, in the usual order. */
export const kindLabels = {
  sekretariat: 'Sekretariat',
  inspektorat: 'Inspektorat',
  dinas: 'Dinas',
  badan: 'Badan',
  bagian: 'Bagian',
  rsud: 'Rumah sakit daerah',
  kecamatan: 'Kecamatan',
  kelurahan: 'Kelurahan',
  uptd: 'UPTD',
  puskesmas: 'Puskesmas',
  bidang: 'Bidang',
  unit: 'Unit lain',
} as const

export type OfficeKind = keyof typeof kindLabels

export const kindChoices = (Object.entries(kindLabels) as [OfficeKind, string][]).map(([value, label]) => ({
  value,
  label,
}))

/** `Dinas`; an unknown kind is shown as it is: `unit-khusus` → `Unit khusus`. */
export function kindLabel(kind: string): string {
  const known = (kindLabels as Record<string, string>)[kind]
  if (known) return known
  const words = kind.replaceAll('-', ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** Whether the office's name was checked against an official source. */
export const isSeen = (confidence: string): boolean => confidence === 'seen' || confidence === 'verified'
