import { type PostIn, type Queryable, reader } from '@sepakat/db'
import { secondOrDo } from '../../http/duties/second-or-do.ts'
import { handlers } from '../../http/route.ts'
import { createPerson } from './create-person.ts'
import { issueCode } from './issue-code.ts'
import { type JudgedPerson, judgePeople } from './judge-people.ts'

const failed = 'Belum ditambahkan karena gangguan di server. Kirim barisnya sekali lagi.'
const postless =
  'Sudah ditambahkan, tetapi jabatannya belum karena gangguan di server. Beri jabatannya di halaman orang ini.'

export const importHandlers = handlers({
  'POST /people/import/preview': async ({ body: { people }, db, today }) => ({
    lines: (await judgePeople(reader(db), people, today)).map(({ line }) => line),
  }),

  // Each in a transaction of its own: one who cannot be added takes no other along. Their posts go together: they are seconded once.
  'POST /people/import': async ({ body: { people }, actor, write, db, now, today, deps, request }) => {
    const add = async (tx: Queryable, at: number) => {
      // Judged again: somebody else may have added this person since.
      const [judged] = await judgePeople(tx, [people[at]!], today)
      const { line, person } = judged!
      if (person === null) return { line, code: null, post: null }
      const { post, ...who } = person
      const id = await createPerson(tx, { person: who, actor: actor.id, now })
      return {
        line,
        post: { person: id, post: post! },
        code: await issueCode(tx, deps, { person: { id, ...who }, actor: actor.id, now }),
      }
    }
    // The codes of those before are told this once: they are not lost with one who cannot be added.
    const passOver = (line: JudgedPerson) => (error: unknown) => {
      if (codes.length === 0) throw error
      request.log.error({ err: error }, 'a person of a list could not be added')
      return { line: { ...line, result: 'wrong' as const, fault: failed }, code: null, post: null }
    }
    const lines: JudgedPerson[] = []
    const codes: Awaited<ReturnType<typeof issueCode>>[] = []
    const posts: { person: string; post: PostIn }[] = []
    for (const [at, { line, person }] of (await judgePeople(reader(db), people, today)).entries()) {
      const added =
        person === null ? { line, code: null, post: null } : await write(tx => add(tx, at)).catch(passOver(line))
      lines.push(added.line)
      if (added.code) codes.push(added.code)
      if (added.post) posts.push(added.post)
    }
    if (posts.length === 0) return { lines, codes, waiting: false }
    const came = await write(tx => secondOrDo(tx, { kind: 'posts', posts }, { actor, now, today, deps })).catch(
      error => {
        request.log.error({ err: error }, 'the posts of a list could not be given')
        return null
      },
    )
    const told =
      came !== null ? lines : lines.map(line => (line.result === 'new' ? { ...line, fault: postless } : line))
    return { lines: told, codes, waiting: came !== null && 'waits' in came }
  },
})
