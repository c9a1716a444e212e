// Codes are read out over the phone. The words are places known here; letters that sound alike (B, D, P, T …) become distinct.
const words: Record<string, string> = {
  A: 'Ambon',
  B: 'Bandung',
  C: 'Cirebon',
  D: 'Demak',
  E: 'Ende',
  F: 'Flores',
  G: 'Garut',
  H: 'Halmahera',
  I: 'Irian',
  J: 'Jakarta',
  K: 'Kendari',
  L: 'Lombok',
  M: 'Medan',
  N: 'Nusantara',
  O: 'Ombilin',
  P: 'Padang',
  Q: 'Quran',
  R: 'Rembang',
  S: 'Solo',
  T: 'Tarakan',
  U: 'Ubud',
  V: 'Viktor',
  W: 'Wamena',
  X: 'Xenon',
  Y: 'Yogyakarta',
  Z: 'Zamrud',
  0: 'nol',
  1: 'satu',
  2: 'dua',
  3: 'tiga',
  4: 'empat',
  5: 'lima',
  6: 'enam',
  7: 'tujuh',
  8: 'delapan',
  9: 'sembilan',
}

export interface Spelled {
  /** Its index in the code. */
  at: number
  letter: string
  word: string
}

/** The groups of a code, each letter with its word: `K7-2M` → two groups of two. */
export function spellCode(code: string): Spelled[][] {
  let at = 0
  return code
    .toUpperCase()
    .split(/[\s-]+/)
    .map(group => [...group].map(letter => ({ at: at++, letter, word: words[letter] ?? letter })))
}
