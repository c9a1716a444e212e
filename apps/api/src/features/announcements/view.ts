import type { AnnouncementRow } from '@sepakat/db'

export const announcementView = ({ at, ...announcement }: AnnouncementRow) => ({
  ...announcement,
  at: at.toISOString(),
})
