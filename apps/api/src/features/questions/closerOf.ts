import { type Queryable, type Question, readPost } from '@sepakat/db'
import type { Acting } from '#http/auth/acting.ts'

export type Asker = Pick<Acting, 'id' | 'person' | 'access' | 'today'>

/**
 * Whether the asker closes these, from outside their offices and within reach, which is judged before: the post that asked; once
 * that has ended, another post of the same person, or one of its role. A question must not stay open for want of its asker.
 */
export const closerOf = async (
  tx: Queryable,
  asker: Asker,
  questions: readonly Pick<Question, 'by'>[],
): Promise<(question: Pick<Question, 'by'>) => boolean> => {
  const may = new Set<string>([asker.id])
  if (asker.access.kind === 'post')
    for (const by of new Set(questions.map(one => one.by))) {
      const [kind, id = ''] = by.split(':')
      const post = kind === 'post' && by !== asker.id ? await readPost(tx, id) : null
      if (post === null || post.to === null || post.to >= asker.today) continue
      if (post.personId === asker.person.id || post.role === asker.access.role) may.add(by)
    }
  return ({ by }) => may.has(by)
}
