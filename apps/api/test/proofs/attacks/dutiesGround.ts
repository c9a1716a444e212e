import { buildPerson } from '@sepakat/db/builders/index.ts'
import { type Filing, filing } from '#testing/filing.ts'
import { type SignedIn, type TestApi, testApi } from '#testing/testApi.ts'

export const password = 'kelapa merah di dermaga'
const day = '2026-01-01'

/** Rights as an administrator could ask for them; all of them take a second person. */
export const verifierPost = { role: 'verifier', region: true, from: day }
export const approverPost = { role: 'approver', region: true, from: day }
export const adminPost = { role: 'admin', region: true, from: day }

/** An administrator who attacks, an approver and a second administrator who may second, and an auditor who is shown it. */
export interface DutiesGround {
  api: TestApi
  team: Filing
  attacker: SignedIn
  approver: SignedIn
  admin: SignedIn
  auditor: SignedIn
  victim: SignedIn
  /** Asks for a post; what waits. */
  ask: (person: string, post: object, by?: SignedIn) => Promise<{ id: string; digest: string; status: string }>
  approve: (by: SignedIn, asked: { id: string; digest: string }) => ReturnType<SignedIn['call']>
  postsOf: (person: string) => Promise<string[]>
  later: (days: number) => void
  close: () => Promise<void>
}

export const dutiesGround = async (): Promise<DutiesGround> => {
  let ahead = 0
  const api = await testApi(undefined, { now: () => new Date(Date.now() + ahead) })
  const team = await filing(api)
  const known = (name: string) => ({ name, password })
  const [attacker, approver, admin] = [
    await api.as({ role: 'admin' }, known('Penyerang')),
    await api.as({ role: 'approver' }, known('Pengesah')),
    await api.as({ role: 'admin' }, known('Pengelola Kedua')),
  ]
  return {
    api,
    team,
    attacker,
    approver,
    admin,
    auditor: await api.as({ role: 'auditor' }, known('Pengawas')),
    victim: await api.as({ role: 'operator', offices: [team.office] }, known('Korban')),
    ask: async (person, post, by = attacker) => {
      const answer = await by.call('POST', `/people/${person}/posts`, post)
      if (answer.statusCode !== 202) throw new Error(`${answer.statusCode} ${answer.body}`)
      return answer.json()
    },
    approve: (by, { id, digest }) => by.call('POST', `/secondings/${id}/approve`, { digest }),
    postsOf: async person =>
      (await api.db.prisma.post.findMany({ where: { personId: person }, orderBy: { id: 'asc' } })).map(
        ({ role }) => role,
      ),
    later: days => {
      ahead += days * 86_400_000
    },
    close: () => api.close(),
  }
}

/** A person of another start: alone with the power to give rights. */
export const loneAdmin = async (): Promise<{ api: TestApi; admin: SignedIn; auditor: SignedIn }> => {
  const api = await testApi()
  return {
    api,
    admin: await api.as({ role: 'admin' }, { name: 'Pengelola', password }),
    auditor: await api.as({ role: 'auditor' }, { password }),
  }
}

export const newPerson = (api: TestApi, name = 'Orang Baru') => buildPerson(api.db, { name })

/** An answer by its status and its problem. */
export const codeOf = (answer: { statusCode: number; json: () => { code?: string } }) => [
  answer.statusCode,
  answer.json().code,
]
export const unmet = [409, 'needs-unmet']
