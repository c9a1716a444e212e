import styles from '#administration/Admin.module.css'
import { reportTypesText } from '#administration/reportTypes.ts'
import { useDialog } from '#administration/useDialog.ts'
import type { Post } from '#sync/apiTypes.ts'
import { useDates, useMe } from '#sync/session/me.tsx'
import { postTitle } from '#sync/session/roles.ts'
import { Button } from '#ui/Button.tsx'
import { EmptyState } from '#ui/EmptyState.tsx'
import { LinkButton } from '#ui/LinkButton.tsx'
import { Part } from '#ui/Part.tsx'
import { paths } from '#ui/paths.ts'
import { spanState } from '#ui/spanState.ts'
import { actions, type Column, Table } from '#ui/Table.tsx'
import { Tag, type TagProps } from '#ui/Tag.tsx'
import { Said, useSaid } from '#ui/useSaid.tsx'
import { EndPostDialog } from './EndPostDialog.tsx'
import type { Person } from './queries.ts'
import { roleBeside } from './roleWords.ts'

const states: Record<ReturnType<typeof spanState>, TagProps> = {
  future: { icon: 'clock', children: 'Belum mulai' },
  held: { tone: 'good', icon: 'check-circle', children: 'Berlaku' },
  over: { icon: 'circle', children: 'Berakhir' },
}

/** All posts of a person, also ended ones; each can be given an end date. */
export function PersonPosts({ person }: { person: Person }) {
  const { said, say } = useSaid()
  const me = useMe()
  const dates = useDates()
  const today = dates.today()
  const ending = useDialog<Post>(say)
  const grant = (
    <LinkButton icon="plus" to={paths.admin(`orang/${person.id}/jabatan`)}>
      Beri jabatan
    </LinkButton>
  )
  const columns: Column<Post>[] = [
    {
      id: 'title',
      head: 'Jabatan',
      rowHead: true,
      cell: post => (
        <>
          {postTitle(post)}
          <span className={styles.small}>
            {roleBeside(post)}
            {post.actingFor && ` menggantikan ${post.actingFor}`}
          </span>
        </>
      ),
    },
    {
      id: 'where',
      head: 'Berlaku di',
      cell: post => (post.region ? me.region.name : post.offices.map(office => office.name).join('; ')),
    },
    { id: 'types', head: 'Untuk', cell: post => reportTypesText(post.reportTypes) },
    {
      id: 'span',
      head: 'Masa berlaku',
      cell: post => (
        <>
          {dates.shortDay(post.from)} sampai {post.to ? dates.shortDay(post.to) : 'seterusnya'}
        </>
      ),
    },
    { id: 'state', head: 'Keadaan', cell: post => <Tag {...states[spanState(post, today)]} /> },
    actions(
      post =>
        spanState(post, today) !== 'over' && (
          <Button small onClick={() => ending.open(post)} aria-label={`Akhiri jabatan ${postTitle(post)}`}>
            Akhiri
          </Button>
        ),
    ),
  ]
  return (
    <Part title="Jabatan" actions={grant}>
      <Said said={said} />
      {person.posts.length === 0 ? (
        <EmptyState title="Belum ada jabatan">
          Tanpa jabatan ia dapat masuk, tetapi tidak melihat laporan apa pun.
        </EmptyState>
      ) : (
        <Table caption={`Jabatan ${person.name}`} columns={columns} rows={person.posts} rowKey={post => post.id} />
      )}
      {ending.about && <EndPostDialog key={ending.about.id} person={person} post={ending.about} {...ending.ends} />}
    </Part>
  )
}
