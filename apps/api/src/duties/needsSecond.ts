import { holdsAny, type Queryable, readKeyLine, readPost, readSpans } from '@sepakat/db'
import { isGuardian, isThere, keyNeedsSecond, postNeedsSecond, type RightsAct, roles } from '@sepakat/rules'

/** Whether an act touches rights that take a second person (decision 0060). */
export const needsSecond = async (tx: Queryable, act: RightsAct, today: string): Promise<boolean> => {
  switch (act.kind) {
    case 'posts':
      return act.posts.some(({ post }) => postNeedsSecond(post.role))
    case 'post-end': {
      const post = await readPost(tx, act.post)
      if (post === null || post.to === act.to) return false
      // A later last day gives the post for longer.
      const shortened = post.to === null || act.to < post.to
      return shortened ? isGuardian(post.role) : postNeedsSecond(post.role)
    }
    case 'access': {
      const given = roles.filter(act.disabled ? isGuardian : postNeedsSecond)
      return holdsAny(tx, { person: act.person, roles: given, today })
    }
    case 'key':
      return keyNeedsSecond(act.key.scopes)
    case 'key-owner':
      return keyNeedsSecond((await readKeyLine(tx, act.key, today))?.scopes ?? [])
    // Posts and keys that reach the one reach the other then
    case 'office-parent': {
      const { parent, from } = act.span
      const spans = await readSpans(tx, act.office)
      return parent !== null && spans.find(span => isThere([span], from))?.parent !== parent
    }
    case 'reorganisation':
    case 'second-factor':
    case 'setting':
      return true
  }
}
