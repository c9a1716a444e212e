import { type Queryable, reader } from '@sepakat/db'
import { handlers } from '../../http/route.ts'
import { createPerson } from './create-person.ts'
import { issueCode } from './issue-code.ts'
import { type JudgedPerson, judgePeople } from './judge-people.ts'

const failed = 'Belum ditambahkan karena gangguan di server. Kirim barisnya sekali lagi.'

export const importHandlers = handlers({
  'POST /people/import/preview': async ({ body: { people }, db, today }) => ({
    lines: (await judgePeople(reader(db), people, today)).map(({ line }) => line),
  }),

  // Each in a transaction of its own: one who cannot be added takes no other along.
  'POST /people/import': async ({ body: { people }, actor, write, db, now, today, deps, request }) => {
    const add = async (tx: Queryable, at: number) => {
      // Judged again: somebody else may have added this person since.
      const [judged] = await judgePeople(tx, [people[at]!], today)
      const { line, person } = judged!
      if (person === null) return { line, code: null }
      const { post, ...who } = person
      const id = await createPerson(tx, { person: who, post, actor: actor.id, now })
      return { line, code: await issueCode(tx, deps, { person: { id, ...who }, actor: actor.id, now }) }
    }
    // The codes of those before are told this once: they are not lost with one who cannot be added.
    const passOver = (line: JudgedPerson) => (error: unknown) => {
      if (codes.length === 0) throw error
      request.log.error({ err: error }, 'a person of a list could not be added')
      return { line: { ...line, result: 'wrong' as const, fault: failed }, code: null }
    }
    const lines: JudgedPerson[] = []
    const codes: Awaited<ReturnType<typeof issueCode>>[] = []
    for (const [at, { line, person }] of (await judgePeople(reader(db), people, today)).entries()) {
      const added = person === null ? { line, code: null } : await write(tx => add(tx, at)).catch(passOver(line))
      lines.push(added.line)
      if (added.code) codes.push(added.code)
    }
    return { lines, codes }
  },
})
