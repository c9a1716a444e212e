import type { Me, ResponseOf } from '#sync/apiTypes.ts'

type Office = Pick<ResponseOf<'GET /offices'>['items'][number], 'id' | 'name' | 'parent'>

/** A branch of the office tree by its office; `id` '' is the region. */
export interface Branch {
  id: string
  name: string
}

/** What a post may have the recap of: the region where it reaches all of it, offices with some below them, and its own. */
export function branchesOf(offices: readonly Office[], post: Me['post']): Branch[] {
  const parents = new Map(offices.map(({ id, parent }) => [id, parent]))
  const own = new Set(post?.offices.map(({ id }) => id))
  const reaches = (id: string): boolean => {
    const parent = parents.get(id)
    return own.has(id) || (parent != null && reaches(parent))
  }
  const above = new Set(offices.map(({ parent }) => parent))
  const branches = offices.filter(({ id }) =>
    post?.region ? above.has(id) : reaches(id) && (above.has(id) || own.has(id)),
  )
  return [
    ...(post?.region ? [{ id: '', name: 'Seluruh daerah' }] : []),
    ...branches.map(({ id, name }) => ({ id, name: above.has(id) ? `${name} dan di bawahnya` : name })),
  ]
}
