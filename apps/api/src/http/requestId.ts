import { randomLetters } from './auth/credentials.ts'

/** Short enough to be read out on the telephone, long enough to be met once. */
export const requestId = (): string => {
  const letters = randomLetters(10)
  return `${letters.slice(0, 5)}-${letters.slice(5)}`
}
