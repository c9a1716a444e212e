import type { SignedIn } from '#testing/testApi.ts'
import { password } from '../attacks/dutiesGround.ts'
import { must } from '../reports.ts'
import { consoleCode, type Ground, guarded, type Scene, type Scenes } from './ground.ts'

type Guarded = Awaited<ReturnType<typeof guarded>>

/** What takes the place of the authenticator once, by the event that it leaves. */
const codes: Record<string, (ground: Ground, of: Guarded) => Promise<string>> = {
  'second-factor.code-used': async (_, { recoveryCode }) => recoveryCode,
  'second-factor.reset': ({ second }, { username }) => consoleCode(second.api, username),
}

const scenesOf = (
  ask: (ground: Ground, of: Guarded, secondFactor: string) => Promise<() => ReturnType<SignedIn['call']>>,
): Scenes =>
  Object.fromEntries(
    Object.entries(codes).map(([type, codeOf]): [string, Scene] => [
      type,
      async ground => {
        const of = await guarded(ground.second.api)
        return { of: ground.second.api, ask: await ask(ground, of, await codeOf(ground, of)) }
      },
    ]),
  )

export const signingIn = scenesOf(
  async ({ second }, { username: name }, secondFactor) =>
    () =>
      second.api.stranger.call('POST', '/session', { name, password, secondFactor }),
)

export const comingBack = scenesOf(async ({ second }, { username: name, personId }, secondFactor) => {
  const { code } = await must(second.attacker, 'POST', `/people/${personId}/codes`)
  const body = { name, code, password: 'perahu kecil di hulu', secondFactor }
  return () => second.api.stranger.call('POST', '/session/code', body)
})

export const proving = (method: 'PUT' | 'POST', path: string): Scenes =>
  scenesOf(
    async (_, { call }, secondFactor) =>
      () =>
        call(method, path, { password, secondFactor }),
  )
