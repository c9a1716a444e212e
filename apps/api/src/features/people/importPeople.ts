import { addPerson, noEvent, type Queryable, reader, written } from '@sepakat/db'
import type { NewPost } from '@sepakat/rules'
import { secondOrDo } from '#duties/secondOrDo.ts'
import type { Context } from '#http/route.ts'
import { personCreated } from './add.ts'
import { codeFor } from './issueCode.ts'
import { type JudgedPerson, judgePeople, type PersonRow } from './judgePeople.ts'

const failed = 'Belum ditambahkan karena gangguan di server. Kirim barisnya sekali lagi.'
const postless =
  'Sudah ditambahkan, tetapi jabatannya belum karena gangguan di server. Beri jabatannya di halaman orang ini.'

type Asked = Context<'POST /people/import'>
interface Added {
  line: JudgedPerson
  code: Awaited<ReturnType<typeof codeFor>>['result'] | null
  post: { person: string; post: NewPost } | null
}

const addOne = async (tx: Queryable, row: PersonRow, asks: Pick<Asked, 'actor' | 'now' | 'today' | 'deps'>) => {
  // Judged again: somebody else may have added this person since.
  const [judged] = await judgePeople(tx, [row], asks.today)
  const { line, person } = judged!
  if (person === null) return noEvent<Added>({ line, code: null, post: null })
  const { post, ...who } = person
  const id = await addPerson(tx, who)
  const { result: code, events } = await codeFor(tx, { id, ...who }, asks)
  const added: Added = { line, code, post: { person: id, post: post! } }
  return written(added, personCreated(id), ...events)
}

/**
 * Each in a transaction of its own: one who cannot be added takes no other along. Their posts go together: they are seconded
 * once.
 */
export const importPeople = async ({ body: { people }, writeApart, db, request, ...asks }: Asked) => {
  const { actor, now, today, deps } = asks
  // The codes of those before are told this once: they are not lost with one who cannot be added.
  const passOver = (line: JudgedPerson) => (error: unknown) => {
    if (codes.length === 0) throw error
    request.log.error({ err: error }, 'a person of a list could not be added')
    return { line: { ...line, result: 'wrong' as const, fault: failed }, code: null, post: null }
  }
  const lines: JudgedPerson[] = []
  const codes: NonNullable<Added['code']>[] = []
  const posts: NonNullable<Added['post']>[] = []
  for (const [at, { line, person }] of (await judgePeople(reader(db), people, today)).entries()) {
    const added: Added =
      person === null
        ? { line, code: null, post: null }
        : await writeApart(tx => addOne(tx, people[at]!, asks)).catch(passOver(line))
    lines.push(added.line)
    if (added.code) codes.push(added.code)
    if (added.post) posts.push(added.post)
  }
  if (posts.length === 0) return { lines, codes, waiting: false }
  const given = { kind: 'posts', posts } as const
  const came = await writeApart(tx => secondOrDo<'posts'>(tx, given, { actor, now, today, deps })).catch(error => {
    request.log.error({ err: error }, 'the posts of a list could not be given')
    return null
  })
  const told = came !== null ? lines : lines.map(line => (line.result === 'new' ? { ...line, fault: postless } : line))
  return { lines: told, codes, waiting: came !== null && 'waits' in came }
}
