import { count } from '#ui/numbers.ts'

/** `8 dari 12 baris terisi penuh`: a row counts once everything it asks for is filled in. '' where nothing is asked. */
export const filledWords = ({ filled, all }: { filled: number; all: number }): string =>
  all === 0 ? '' : `${count(filled)} dari ${count(all)} baris terisi penuh`
