import { useMe } from '#sync/session/me.tsx'
import { postTitle } from '#sync/session/roles.ts'
import { Menu, type MenuItem } from '#ui/Menu.tsx'
import { Post } from './Post.tsx'

/** Who acts here, as which post; with changing the post, and signing out. */
export function PersonMenu({ onSwitch, onLeave }: { onSwitch: () => void; onLeave: () => void }) {
  const { person, post, posts } = useMe()
  const change: MenuItem = { id: 'post', label: 'Ganti jabatan', icon: 'person', onSelect: onSwitch }
  const leave: MenuItem = { id: 'out', label: 'Keluar', icon: 'out', onSelect: onLeave }
  const [office] = post?.region ? [] : (post?.offices ?? [])
  const words = post ? [postTitle(post), office?.shortName].filter(Boolean).join(' · ') : person.name
  return (
    <Menu
      small
      label={`Menu ${person.name}, ${words}`}
      words={words}
      head={<Post />}
      items={posts.length > 1 ? [change, leave] : [leave]}
    />
  )
}
