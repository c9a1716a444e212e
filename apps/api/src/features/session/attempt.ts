import { findSignInPerson, type PostRow, reader, type SelfRow, type SignInPerson } from '@sepakat/db'
import { isOwnMachine } from '#http/auth/isOwnMachine.ts'
import type { Cookie } from '#http/cookie.ts'
import { type ProblemError, problem } from '#http/problem.ts'
import type { Context, WriteOf } from '#http/route.ts'
import { claimAttempt, type Place } from './claimAttempt.ts'

type Signing = Context<'POST /session'>

/** A request to sign in, by whatever. */
export interface Attempt extends Pick<Signing, 'request' | 'now' | 'today' | 'deps' | 'writeApart'> {
  body: Pick<Signing['body'], 'name' | 'secondFactor' | 'device'>
  write: WriteOf<Opened | null, 'session.started'>
}
export interface Opened {
  personId: string
  self: SelfRow
  post: PostRow | null
  cookies: Cookie[]
  deviceKey: Buffer | null
}
type By = 'password' | 'code'

/** History knows who was meant (if anybody) and why it failed; never the name or the password that was typed. */
const recorded = (
  refused: ProblemError,
  { request }: Attempt,
  person: SignInPerson | null,
  data: { by: By; why: 'wrong' | 'throttled' },
): ProblemError =>
  refused.recorded({
    type: 'session.refused',
    person: person?.id ?? null,
    by: `${data.why} ${person?.id ?? request.ip}`,
    data,
  })

/** Whom the name means, as far as this request may sign in as such a one. */
export const findPerson = async ({ deps, request, body }: Attempt): Promise<SignInPerson | null> => {
  const person = await findSignInPerson(reader(deps.db), body.name)
  const barred = person?.demo === true && !(deps.config.demo && isOwnMachine(request))
  return barred ? null : person
}

/** A device on which this person signed in before, else the address. */
const placeOf = ({ deps, request, now }: Attempt, person: SignInPerson | null): Place => {
  const device = person && deps.credentials.knownDevices.of(request, person.id, now)
  return device ? { device } : { address: request.ip }
}

/** Counts an attempt and gives the way to take it back. @throws too-many, where one must wait before the next */
export const claimSignIn = async (given: Attempt, by: By, person: SignInPerson | null) => {
  const { deps, body, now } = given
  const claimed = await claimAttempt(deps, { secret: by, name: body.name, place: placeOf(given, person), now })
  if (claimed.refusal === null) return claimed
  throw recorded(claimed.refusal, given, person, { by, why: 'throttled' })
}

const wrongCode =
  'Periksa NIP atau nama pengguna dan kode Anda. Kode berlaku tujuh hari dan hanya satu kali; bila perlu minta yang baru.'

/** Wrong name and wrong secret look the same. */
export const refused = (given: Attempt, by: By, person: SignInPerson | null): ProblemError =>
  recorded(problem('bad-credentials', by === 'code' ? { detail: wrongCode } : {}), given, person, { by, why: 'wrong' })
