import { Link } from 'react-router'
import styles from '#administration/Admin.module.css'
import { useDates, useMe } from '#sync/session/me.tsx'
import { postPlace, postTitle } from '#sync/session/roles.ts'
import { paths } from '#ui/paths.ts'
import { isHeld } from '#ui/spanState.ts'
import { type Column, Table } from '#ui/Table.tsx'
import { PersonTags } from './PersonTags.tsx'
import type { Person } from './queries.ts'
import { roleBeside } from './roleWords.ts'

export function PeopleTable({ people }: { people: readonly Person[] }) {
  const me = useMe()
  const today = useDates().today()
  const columns: Column<Person>[] = [
    {
      id: 'name',
      head: 'Nama',
      rowHead: true,
      cell: person => (
        <>
          <Link to={paths.admin(`orang/${person.id}`)}>{person.name}</Link>
          <span className={styles.small}>{person.nip ?? person.username}</span>
        </>
      ),
    },
    {
      id: 'posts',
      head: 'Jabatan',
      cardHead: '',
      cell: person => {
        const held = person.posts.filter(post => isHeld(post, today))
        if (held.length === 0) return <span className={styles.small}>Tidak ada jabatan yang berlaku</span>
        return held.map(post => (
          <div key={post.id}>
            {postTitle(post)}
            <span className={styles.small}>
              {roleBeside(post) && `${roleBeside(post)} · `}
              {postPlace(post, me.region.name)}
            </span>
          </div>
        ))
      },
    },
    { id: 'state', head: 'Keadaan', cardHead: '', cell: person => <PersonTags person={person} /> },
  ]
  return <Table caption="Daftar orang" columns={columns} rows={people} rowKey={person => person.id} />
}
