import { listOffices, type Queryable } from '@sepakat/db'
import type { Deps } from '#http/deps.ts'
import { guessedWords, restWithout } from './guessedWords.ts'

/** Names of the region and its offices, short ones and codes too: what a password here is guessed by. */
export const localWords = async ({ region }: Deps, tx: Queryable, today: string): Promise<string[]> => {
  const [settings, offices] = [await region.get(), await listOffices(tx, today)]
  return [settings.region.name, ...offices.flatMap(({ name, shortName, code }) => [name, shortName, code ?? ''])]
}

/** Below this an attacker who has the hash needs less than a day. */
const leastGuesses = 1e9
/** What must be there in addition to words that anybody would guess. */
const leastRest = 6
/** As much as is judged: what these letters do not make hard, more of the same does not either, and time grows with length. */
const judgedLetters = 32

/** Loaded when a password is first chosen: its word lists take memory that most processes never need. */
const loadMeter = async () => {
  const [{ ZxcvbnFactory }, common, indonesian] = await Promise.all([
    import('@zxcvbn-ts/core'),
    import('@zxcvbn-ts/language-common'),
    import('@zxcvbn-ts/language-id'),
  ])
  return new ZxcvbnFactory({
    dictionary: { ...common.dictionary, ...indonesian.dictionary },
    graphs: common.adjacencyGraphs,
    // With the usual 512 a text of digits and signs takes seconds, in which no other request is answered
    l33tMaxSubstitutions: 8,
  })
}
let meter: ReturnType<typeof loadMeter> | null = null

/**
 * Why a password may not be taken, in a sentence for the person who chose it; null where it may. Length is the contract's. `own` are
 * the person's NIP, user name and name, `local` the names of offices and region.
 */
export const passwordFlaw = async (
  password: string,
  own: readonly (string | null)[],
  local: readonly string[] = [],
): Promise<string | null> => {
  const words = guessedWords(own, local)
  if (restWithout(password, words).length < leastRest)
    return 'Sandi tidak boleh tersusun dari nama, NIP, perangkat daerah, daerah, SEPAKAT, atau tahun. Pilih yang lain, misalnya tiga kata yang tidak berkaitan.'
  meter ??= loadMeter()
  const { guesses } = (await meter).check(password.slice(0, judgedLetters), words)
  if (guesses < leastGuesses)
    return 'Sandi ini terlalu mudah ditebak. Pilih yang lain, misalnya tiga kata yang tidak berkaitan.'
  return null
}
