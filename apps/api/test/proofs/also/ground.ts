import { buildPerson } from '@sepakat/db/builders/index.ts'
import { issueResetCode } from '#boot/issueResetCode.ts'
import { createCredentials } from '#http/auth/credentials.ts'
import { type Filing, filing } from '#testing/filing.ts'
import { setUpSecondFactor } from '#testing/secondFactor.ts'
import { signingEnv } from '#testing/signing.ts'
import { type Caller, type SignedIn, type TestApi, testApi } from '#testing/testApi.ts'
import { type DutiesGround, dutiesGround, password } from '../attacks/dutiesGround.ts'
import { must } from '../reports.ts'

/** One where acts on rights take a second person, and one whose administrator is alone. */
export interface Ground {
  second: DutiesGround
  alone: { api: TestApi; admin: SignedIn; team: Filing }
  close: () => Promise<void>
}

/** A request that is about to be made of one of the two. */
export interface Asking {
  of: TestApi
  ask: () => ReturnType<Caller['call']>
}
/** Prepares all that a request needs to leave an event in addition to that of its route. */
export type Scene = (ground: Ground) => Promise<Asking>
/** By the types of such events. */
export type Scenes = Record<string, Scene>

export const buildGround = async (): Promise<Ground> => {
  const second = await dutiesGround()
  const api = await testApi(undefined, { env: signingEnv })
  const alone = { api, admin: await api.as({ role: 'admin' }, { password }), team: await filing(api) }
  return {
    second,
    alone,
    close: async () => {
      await second.close()
      await api.close()
    },
  }
}

/** Somebody with a second factor, signed in, and the codes that open its place. */
export const guarded = async (api: TestApi) => {
  const { id, username, posts } = await buildPerson(api.db, { password, posts: [{ role: 'leader' }] })
  const session = await api.session(id, posts[0]?.id ?? '')
  const { recoveryCodes } = await setUpSecondFactor(session, password, new Date())
  return { ...session, username, recoveryCode: recoveryCodes[0] ?? '' }
}

/** As `npm run second-factor:reset` gives it. */
export const consoleCode = async ({ db, config }: TestApi, username: string): Promise<string> =>
  (await issueResetCode({ db, clock: () => new Date() }, createCredentials(config), username))?.code ?? ''

const from = '2026-01-01'
let units = 0
/** A new unit below an office. */
export const unitBelow = async (admin: Caller, parent: string | null): Promise<string> =>
  (await must(admin, 'POST', '/offices', { kind: 'uptd', name: `Unit ${++units}`, from, parent })).id
