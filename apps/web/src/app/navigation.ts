import type { Permission } from '@sepakat/rules'
import type { Me } from '#sync/apiTypes.ts'
import type { IconName } from '#ui/icons/Icon.tsx'
import { paths } from '#ui/paths.ts'

export interface NavItem {
  to: string
  label: string
  icon: IconName
}

export const managing: readonly Permission[] = [
  'plan.manage',
  'catalogue.manage',
  'ruleset.propose',
  'ruleset.approve',
  'office.manage',
  'person.manage',
  'key.manage',
  'setting.manage',
  'second.read',
  'audit.read',
]

/** The pages this post can use, in the order of a working day. */
export function navigationOf(me: Me): NavItem[] {
  const may = (permission: Permission) => me.permissions.includes(permission)
  return [
    { to: paths.home(), label: 'Beranda', icon: 'home', shown: true },
    { to: paths.reports(), label: 'Laporan', icon: 'list', shown: may('submission.read') },
    { to: paths.queue(), label: 'Periksa', icon: 'inbox', shown: may('submission.review') },
    { to: paths.overview(), label: 'Ringkasan', icon: 'chart', shown: may('figure.read') && !may('submission.write') },
    {
      to: paths.dashboards(),
      label: 'Dasbor',
      icon: 'trend',
      shown: me.post?.region === true && may('figure.read') && !may('submission.review'),
    },
    {
      to: paths.editions(),
      label: 'Laporan kabupaten',
      icon: 'file',
      shown: me.post?.region === true && may('figure.read') && (!may('submission.review') || may('edition.review')),
    },
    { to: paths.admin(), label: 'Pengelolaan', icon: 'gear', shown: managing.some(may) },
    { to: paths.account(), label: 'Akun', icon: 'person', shown: true },
  ]
    .filter(item => item.shown)
    .map(({ to, label, icon }) => ({ to, label, icon: icon as IconName }))
}
